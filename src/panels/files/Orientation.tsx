import { useEffect, useId, useMemo, useRef } from 'react';
import { filePanelWords } from '../../text/files.panels';
import type { Dataset } from '../../worker/libraryProtocol';
import { useFigure, useLab } from '../context';
import { useSheet } from '../useSheet';
import { exchanged, samplesOf } from './samples';

/** Images of the preview. */
const SHOWN = 8;

/** Which way round the images of a file are: two choices, each with some of the images as they would be. */
export function Orientation({ dataset }: { dataset: Dataset }) {
  const { lab, language } = useFigure();
  const transposed = useLab((state) => state.settings.transposed);
  const words = filePanelWords[language];
  const name = useId();
  const [asTheyAre, other] = useMemo(() => {
    const samples = samplesOf(dataset, SHOWN);
    return [samples, exchanged(samples)];
  }, [dataset]);
  return (
    <fieldset className="orientation">
      <legend>{words.orientation}</legend>
      {[false, true].map((choice) => (
        <label key={String(choice)} className="orientation-choice">
          <input
            type="radio"
            name={name}
            checked={transposed === choice}
            onChange={() => void lab.set({ transposed: choice })}
          />
          <span>{choice ? words.exchanged : words.asStored}</span>
          {/* What the data set shows now is the choice that is in force. */}
          <Preview {...(transposed === choice ? asTheyAre : other)} />
        </label>
      ))}
    </fieldset>
  );
}

function Preview({ width, height, images }: Pick<Dataset, 'width' | 'height' | 'images'>) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const sheet = useSheet(canvas);
  const columns = images.length / (width * height);
  useEffect(() => sheet.paint({ images, width, height, columns }), [sheet, images, width, height, columns]);
  return (
    // The choice is said in words beside it.
    <canvas
      ref={canvas}
      className="orientation-preview"
      aria-hidden="true"
      style={{ aspectRatio: `${columns * width} / ${height}` }}
    />
  );
}
