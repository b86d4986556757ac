import './Controls.css';
import { useFigure, useLab } from './context';
import { DataSource } from './DataSource';
import { LargeSliders } from './LargeSliders';
import { pressable } from './pressable';
import { SquarePad } from './SquarePad';
import { turn, useTurnHidden } from './turn';
import { useOutline } from './useOutline';

/** Data set, the two large sliders and their square. */
export function Controls() {
  const { words } = useFigure();
  return (
    <section className="controls" aria-label={words.controls.label}>
      <DataSource />
      <ToggleButton />
      <LargeSliders />
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
    <button type="button" className="button turn" {...pressable(ready, () => void turn(figure, isVae ? 0 : 1))}>
      {isVae ? words.controls.toPoints(many) : words.controls.toOutlines(many)}
    </button>
  );
}
