import { FolderOpen } from 'lucide-react';
import { useRef } from 'react';
import { Choice } from './Choice';
import { useFigure, useLab } from './context';
import { MoreSettings } from './MoreSettings';
import { Slider } from './Slider';
import { SquarePad } from './SquarePad';

/** How long the button takes to move both sliders, in ms. */
const GLIDE = 2000;

/** Whether the reader has asked for less motion. */
export const stillness = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Data set, the two large sliders, their square, and the rest behind "more". */
export function Controls() {
  const { lab, words } = useFigure();
  const beta = useLab((state) => state.settings.beta);
  const noiseScale = useLab((state) => state.settings.noiseScale);
  const { controls } = words;
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
        onChange={(value) => {
          lab.takeOver();
          void lab.set({ beta: value });
        }}
      />
      <Slider
        of="noiseScale"
        large
        value={noiseScale}
        name="σ"
        hint={controls.sigma}
        onChange={(value) => {
          lab.takeOver();
          void lab.set({ noiseScale: value });
        }}
      />
      <SquarePad />
      <MoreSettings />
    </section>
  );
}

/** The one prominent button: from an autoencoder to a VAE, and back. */
function ToggleButton() {
  const { lab, words } = useFigure();
  const isVae = useLab(({ settings }) => settings.beta >= 1 && settings.noiseScale >= 1);
  const ready = useLab((state) => state.run !== null);
  const turn = (): void => {
    const to = isVae ? 0 : 1;
    lab.play();
    void lab.glide({ beta: to, noiseScale: to }, stillness() ? 0 : GLIDE);
  };
  return (
    <button type="button" className="button turn" disabled={!ready} onClick={turn}>
      {isVae ? words.controls.toPoints : words.controls.toEllipses}
    </button>
  );
}

function DataSource() {
  const { lab, words } = useFigure();
  const hasFile = useLab((state) => state.settings.data === 'file');
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="data-source">
      <Choice of="data" hideLabel omit={(choice) => choice === 'file' && !hasFile} />
      <button
        type="button"
        className="button button-icon"
        aria-label={`${words.controls.openFile}. ${words.controls.openFileHint}`}
        title={`${words.controls.openFile}. ${words.controls.openFileHint}`}
        onClick={() => input.current!.click()}
      >
        <FolderOpen aria-hidden="true" />
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          // So that the same file can be picked again after it was mended.
          event.target.value = '';
          if (files.length > 0)
            void lab.loadData(files).catch((error: Error) => lab.notify({ kind: 'data', message: error.message }));
        }}
      />
    </div>
  );
}
