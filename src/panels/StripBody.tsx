import { useMemo, useRef } from 'react';
import { lateWords } from '../text/late';
import { useFigure, useHasCodes, useLab, usePictures } from './context';
import { usePacedFrames } from './usePaced';
import { useSheet } from './useSheet';

/** Ms between two drawings while training runs. */
const PACE = 100;

/** Images of the strip. */
const SHOWN = 10;

/** One image of every class in turn where there are labels; else, and after them, some from all over the data set. */
function chooseProbes(n: number, labels: Uint8Array | null): Uint32Array {
  const classes = labels === null ? [] : [...new Set(labels)].sort((a, b) => a - b);
  const ofClasses = classes.slice(0, SHOWN).map((label) => labels!.indexOf(label));
  const others = Array.from({ length: n }, (_, i) => i).filter((i) => !ofClasses.includes(i));
  const places = Math.min(SHOWN - ofClasses.length, others.length);
  const spread = Array.from({ length: places }, (_, k) => others[Math.floor((k * others.length) / places)]!);
  return Uint32Array.from([...ofClasses, ...spread]);
}

/** A few images of the data set above what the model makes of them. */
export default function StripBody() {
  const { lab, language } = useFigure();
  const { strip: says } = lateWords[language];
  const dataset = useLab((state) => state.dataset);
  const hasCodes = useHasCodes();
  const original = useRef<HTMLCanvasElement>(null);
  const rebuilt = useRef<HTMLCanvasElement>(null);
  const originalSheet = useSheet(original);
  const rebuiltSheet = useSheet(rebuilt);
  const request = useMemo(
    () => (dataset === null ? null : ({ kind: 'rebuild', indices: chooseProbes(dataset.n, dataset.labels) } as const)),
    [dataset],
  );
  const key = usePictures(request);

  usePacedFrames(
    PACE,
    (frame) => {
      const asked = frame.view.requests[key];
      const images = frame.pictures[key];
      if (lab.dataset === null || asked?.kind !== 'rebuild' || images === undefined) return;
      const { width, height } = lab.dataset;
      const isAlone = frame.mu.length === 0;
      // A decoder alone answers none; what stands above is there all the same.
      const indices = isAlone ? request!.indices : asked.indices;
      const size = width * height;
      if (indices.length === 0 || images.length !== (isAlone ? 0 : indices.length * size)) return;
      const originals = new Float32Array(indices.length * size);
      indices.forEach((index, i) => {
        originals.set(lab.dataset!.images.subarray(index * size, (index + 1) * size), i * size);
      });
      const sheet = { width, height, columns: indices.length };
      originalSheet.paint({ ...sheet, images: originals });
      if (isAlone) rebuiltSheet.clear();
      else rebuiltSheet.paint({ ...sheet, images });
      rebuilt.current!.dataset.step = String(frame.step);
    },
    [key, request, originalSheet, rebuiltSheet],
  );

  const shown = request?.indices.length ?? SHOWN;
  // The canvases have the shape of their images, so that these fill them.
  const style = { aspectRatio: shown * ((dataset?.width ?? 1) / (dataset?.height ?? 1)) };
  return (
    <figure className="strip" aria-label={hasCodes ? says.label(String(shown)) : says.none} role="img">
      <span className="strip-name" title={says.title}>
        {says.original}
      </span>
      <canvas ref={original} style={style} />
      <span className="strip-name strip-rebuilt">{says.rebuilt}</span>
      <canvas ref={rebuilt} style={style} />
      {!hasCodes && <p className="fine strip-none">{says.none}</p>}
    </figure>
  );
}
