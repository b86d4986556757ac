import { useEffect, useId, useMemo, useRef } from 'react';
import { filePanelWords } from '../../text/files.panels';
import { useFigure, useLab } from '../context';
import { useSheet } from '../useSheet';
import { exchanged, type Pictures, samplesOf } from './samples';

/** Images of the preview. */
const SHOWN = 8;

/** Which way round the images of a file are: two choices, each with some of the images as they would be. */
export default function Orientation() {
  const { lab, language } = useFigure();
  const dataset = useLab((state) => state.dataset);
  const transposed = useLab((state) => state.settings.transposed);
  const words = filePanelWords[language];
  const name = useId();
  // The setting of the moment when the data set came is the one it was read with: a later one is still being read.
  const shown = useMemo(() => {
    if (dataset === null) return null;
    const samples = samplesOf(dataset, SHOWN);
    const pair = [samples, exchanged(samples)] as const;
    return transposed ? ([pair[1], pair[0]] as const) : pair;
  }, [dataset]);
  if (shown === null) return null;
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
          <Preview of={shown[choice ? 1 : 0]} />
        </label>
      ))}
    </fieldset>
  );
}

function Preview({ of }: { of: Pictures }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const sheet = useSheet(canvas);
  useEffect(() => sheet.paint({ ...of, columns: SHOWN }), [sheet, of]);
  return (
    <canvas
      ref={canvas}
      className="orientation-preview"
      style={{ aspectRatio: (SHOWN * of.width) / of.height }}
      {...HIDDEN}
    />
  );
}

/** The choice is said in words beside it. */
const HIDDEN = { 'aria-hidden': true } as const;
