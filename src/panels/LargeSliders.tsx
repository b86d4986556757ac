import { useFigure, useLab } from './context';
import { Slider } from './Slider';
import { useOutline } from './useOutline';

/** The two large sliders of a model, β and σ. */
export function LargeSliders() {
  const { lab, words } = useFigure();
  const beta = useLab((state) => state.settings.beta);
  const noiseScale = useLab((state) => state.settings.noiseScale);
  const { outline, one } = useOutline();
  const { controls } = words;
  return (
    <>
      <Slider
        of="beta"
        hue="prior"
        large
        value={beta}
        name="β"
        hint={controls.beta}
        onChange={(value) => void lab.set({ beta: value })}
      />
      <Slider
        of="noiseScale"
        large
        value={noiseScale}
        name="σ"
        hint={outline === 'point' ? controls.sigmaOfPoints : controls.sigma(one)}
        onChange={(value) => void lab.set({ noiseScale: value })}
      />
    </>
  );
}
