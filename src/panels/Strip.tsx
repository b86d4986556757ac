import { useEffect, useRef } from 'react';
import { paintImages } from '../draw/images';
import type { DatasetSummary, Frame } from '../worker/protocol';
import { useFigure, useLab } from './context';
import { usePacedFrames } from './usePaced';

/** Ms between two drawings while training runs. */
const PACE = 100;

/** Images of the strip. */
const SHOWN = 10;

/** One image of every class in turn where there are labels, else the first ones. */
function chooseProbes({ n, labels }: DatasetSummary): Uint32Array {
  const chosen: number[] = [];
  const classes = labels === null ? [] : [...new Set(labels)].sort((a, b) => a - b);
  for (const label of classes.slice(0, SHOWN)) chosen.push(labels!.indexOf(label));
  for (let i = 0; chosen.length < Math.min(SHOWN, n); i++) if (!chosen.includes(i)) chosen.push(i);
  return Uint32Array.from(chosen);
}

/** A few images of the data set above what the model makes of them. */
export function Strip() {
  const { lab, words, theme } = useFigure();
  const dataset = useLab((state) => state.dataset);
  const original = useRef<HTMLCanvasElement>(null);
  const rebuilt = useRef<HTMLCanvasElement>(null);

  useEffect(() => {
    if (dataset !== null) lab.show({ strip: chooseProbes(dataset) });
  }, [lab, dataset]);

  const draw = (frame: Frame): void => {
    const { strip } = frame.view.probes;
    if (lab.dataset === null || strip.length === 0) return;
    const { width, height, images } = lab.dataset;
    const size = width * height;
    const originals = new Float32Array(strip.length * size);
    strip.forEach((index, i) => {
      originals.set(images.subarray(index * size, (index + 1) * size), i * size);
    });
    const sheet = { width, height, columns: strip.length };
    paintImages(original.current!, { ...sheet, images: originals }, theme);
    paintImages(rebuilt.current!, { ...sheet, images: frame.pictures.strip }, theme);
  };
  usePacedFrames(PACE, draw);
  useEffect(() => {
    if (lab.frame !== null) draw(lab.frame);
  }, [theme]);

  return (
    <figure className="strip" aria-label={words.strip.label(String(SHOWN))} role="img">
      <span className="strip-name" title={words.strip.title}>
        {words.strip.original}
      </span>
      <canvas ref={original} />
      <span className="strip-name strip-rebuilt">{words.strip.rebuilt}</span>
      <canvas ref={rebuilt} />
    </figure>
  );
}
