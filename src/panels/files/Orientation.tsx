import { useEffect, useId, useMemo, useRef } from 'react';
import { paintImages } from '../../draw/images';
import { filePanelWords } from '../../text/files.panels';
import type { Dataset } from '../../worker/libraryProtocol';
import { useFigure, useLab } from '../context';
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
  const { theme } = useFigure();
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const columns = images.length / (width * height);
    if (canvas.current !== null && columns > 0) paintImages(canvas.current, { images, width, height, columns }, theme);
  }, [width, height, images, theme]);
  return <canvas ref={canvas} className="orientation-preview" {...HIDDEN} />;
}

/** The choice is said in words beside it. */
const HIDDEN = { 'aria-hidden': true } as const;
