import './Controls.css';
import { useFigure, useLab } from './context';
import { DataSource } from './DataSource';
import { Slider } from './Slider';
import { SquarePad } from './SquarePad';
import { turn, useTurnHidden } from './turn';
import { useOutline } from './useOutline';

/** Data set, the two large sliders and their square. */
export function Controls() {
  const { lab, words } = useFigure();
  const beta = useLab((state) => state.settings.beta);
  const noiseScale = useLab((state) => state.settings.noiseScale);
  const { controls } = words;
  const { outline, one } = useOutline();
  return (
    <section className="controls" aria-label={controls.label}>
      <DataSource />
      <ToggleButton />
      <Slider
        of="beta"
        large
        hue="prior"
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
      <SquarePad />
    </section>
  );
}

/** The one prominent button: from an autoencoder to a VAE, and back. */
function ToggleButton() {
  const figure = useFigure();
  const { words } = figure;
  const isVae = useLab(({ settings }) => settings.beta >= 1 && settings.noiseScale >= 1);
  const ready = useLab((state) => state.run !== null);
  const { outline, many } = useOutline();
  const turnHidden = useTurnHidden();
  // Points stay points, whatever the sliders say.
  if (outline === 'point' || turnHidden) return null;
  return (
    <button type="button" className="button turn" disabled={!ready} onClick={() => void turn(figure, isVae ? 0 : 1)}>
      {isVae ? words.controls.toPoints(many) : words.controls.toOutlines(many)}
    </button>
  );
}
