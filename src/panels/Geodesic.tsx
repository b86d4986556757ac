import { useEffect, useRef } from 'react';
import { geodesicWords } from '../text/geodesic';
import type { JobAnswers } from '../worker/jobProtocol';
import { useFigure, useFrameValue, usePins } from './context';
import './Geodesic.css';
import { count, percent, short } from './numbers';
import { STOPS } from './plane/stops';
import { useSurveyed } from './plane/surveyed';
import { useSheet } from './useSheet';

/** Less than this share is what chords are shorter than arcs. */
const LEAST = 0.001;

/** The images along the geodesic and along the straight line, and how long both are in image space. */
export default function Geodesic() {
  const { lab, language } = useFigure();
  const pins = usePins();
  const pair = useSurveyed(({ geodesic }) => geodesic);
  const waiting = useSurveyed((surveyed) => surveyed.waiting.includes('geodesic'));
  const done = useSurveyed(({ progress }) => progress.geodesic ?? 0);
  const words = geodesicWords[language];
  if (pins.length < 2) return <p className="fine geodesic-part">{words.lacking}</p>;
  return (
    <section className="geodesic-part" aria-label={words.title} data-step={pair?.step}>
      {pair !== null && <Ways pair={pair} />}
      {/* In its place all the while, so that nothing moves when it is there. */}
      <p className="fine geodesic-waiting" data-waiting={waiting}>
        <progress aria-label={words.waiting} value={done} />
        {words.waiting}
        <button type="button" className="button button-quiet" onClick={() => lab.layers.set({ geodesic: false })}>
          {words.cancel}
        </button>
      </p>
    </section>
  );
}

function Ways({ pair }: { readonly pair: JobAnswers['geodesic'] }) {
  const {
    language,
    words: { space },
  } = useFigure();
  const words = geodesicWords[language];
  const { length, straightLength, converged, step } = pair;
  const latent = useFrameValue((frame) => frame?.latent ?? 2);
  const saved = 1 - length / straightLength;
  return (
    <>
      <Way name={words.path} length={length} images={pair.strip} />
      <Way name={words.straight} length={straightLength} images={pair.straightStrip} />
      <p className="fine">
        {saved > LEAST ? words.shorter(count(step), percent(saved)) : words.equal(count(step))}
        {!converged && space + words.unfinished}
        {latent > 2 && space + words.onPlane}
      </p>
    </>
  );
}

interface WayProps {
  readonly name: string;
  readonly length: number;
  readonly images: Float32Array;
}

function Way({ name, length, images }: WayProps) {
  const { lab, language } = useFigure();
  const canvas = useRef<HTMLCanvasElement>(null);
  const sheet = useSheet(canvas);
  const words = geodesicWords[language];
  const { width, height } = lab.dataset ?? { width: 1, height: 1 };
  useEffect(() => {
    // An answer about images of another size is from the run before.
    if (images.length === STOPS * width * height) sheet.paint({ images, width, height, columns: STOPS });
  }, [sheet, images, width, height]);
  return (
    <div className="geodesic-way">
      <span>{words.length(name, short(length))}</span>
      <canvas
        ref={canvas}
        role="img"
        aria-label={words.images(name)}
        style={{ aspectRatio: STOPS * (width / height) }}
      />
    </div>
  );
}
