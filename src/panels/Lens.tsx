import { coordinate } from '../draw/plane/marks';
import type { PlaneScales } from '../draw/plane/scales';
import { klAxis } from '../math/kl';
import type { Frame } from '../worker/protocol';
import { useFigure, useLab } from './context';
import { ImageTile } from './ImageTile';

/** The code under the pointer, and the image whose centre is there, or −1. */
export interface LensTarget {
  readonly x: number;
  readonly y: number;
  readonly index: number;
}

/** CSS pixels between the pointer and the lens. */
const GAP = 14;

/** What lies under the pointer: the decode of its code, or the sample whose centre it is on. */
export function Lens({ target, scales }: { target: LensTarget; scales: PlaneScales }) {
  const { lab, words } = useFigure();
  const dataset = useLab((state) => state.dataset);
  const left = scales.x(target.x);
  const top = scales.y(target.y);
  const style = {
    ...(left < scales.size / 2 ? { left: left + GAP } : { right: scales.size - left + GAP }),
    ...(top < scales.size / 2 ? { top: top + GAP } : { bottom: scales.size - top + GAP }),
  };
  const { index } = target;
  const { frame } = lab;
  const onSample = index >= 0 && dataset !== null && index < dataset.n && frame !== null;
  const pixels = dataset === null ? 0 : dataset.width * dataset.height;
  return (
    <div className="lens" style={style} aria-hidden="true">
      {onSample ? (
        <>
          <div className="lens-tiles">
            <ImageTile key={index} image={() => dataset.images.subarray(index * pixels, (index + 1) * pixels)} />
            <ImageTile
              key={`rebuilt ${index}`}
              image={({ view, pictures }) => (view.probes.hover[0] === index ? pictures.hover : null)}
            />
          </div>
          <p>
            {words.plane.image(String(index))}
            {dataset.labels !== null && ` · ${words.plane.classOf(String(dataset.labels[index]))}`}
          </p>
          <p>
            μ {pair(frame.plane.mu, index / frame.stride)}
            <br />σ {pair(frame.plane.sigma, index / frame.stride)}
            <br />
            {words.plane.kl} {coordinate(kl(frame, index / frame.stride))}
          </p>
        </>
      ) : (
        <>
          <ImageTile image={({ pictures }) => (pictures.lens.length > 0 ? pictures.lens : null)} />
          <p>
            z ({coordinate(target.x)}, {coordinate(target.y)})
          </p>
        </>
      )}
    </div>
  );
}

const pair = (values: Float32Array, row: number): string =>
  `(${coordinate(values[2 * row]!)}, ${coordinate(values[2 * row + 1]!)})`;

/** KL of one posterior to the prior, over all axes of the code. */
function kl({ mu, sigma, plane }: Frame, row: number): number {
  const d = (2 * mu.length) / plane.mu.length;
  let sum = 0;
  for (let i = d * row; i < d * (row + 1); i++) sum += klAxis(mu[i]!, sigma[i]!);
  return sum;
}
