import type { PlaneScales } from '../draw/plane/scales';
import { klOf } from '../math/posterior';
import type { Frame } from '../worker/protocol';
import { useFigure, useFrameValue, useLab } from './context';
import { ImageTile } from './ImageTile';
import './Lens.css';
import { coordinate, correlation, nats, short } from './numbers';

/** The code under the pointer, and the image whose centre is there, or −1. */
export interface LensTarget {
  readonly x: number;
  readonly y: number;
  readonly index: number;
}

interface LensProps {
  readonly target: LensTarget;
  readonly scales: PlaneScales;
  /** Under which frames answer for the code and for the image. */
  readonly codeKey: string;
  readonly imageKey: string;
}

/** CSS pixels between the pointer and the lens. */
const GAP = 14;

/** What lies under the pointer: the decode of its code, or the sample whose centre it is on. */
export function Lens({ target, scales, codeKey, imageKey }: LensProps) {
  const { words } = useFigure();
  const dataset = useLab((state) => state.dataset);
  const { index } = target;
  const isHeldOut = useLab(({ run }) => run?.heldOut.includes(index) === true);
  const half = scales.size / (2 * scales.unit);
  const numbers = useFrameValue((frame) => (frame === null || index < 0 ? '' : posterior(frame, index, half)));
  const left = scales.x(target.x);
  const top = scales.y(target.y);
  const style = {
    ...(left < scales.size / 2 ? { left: left + GAP } : { right: scales.size - left + GAP }),
    ...(top < scales.size / 2 ? { top: top + GAP } : { bottom: scales.size - top + GAP }),
  };
  const onSample = dataset !== null && index < dataset.n && numbers !== '';
  const pixels = dataset === null ? 0 : dataset.width * dataset.height;
  return (
    <div className="lens" style={style} aria-hidden="true">
      {onSample ? (
        <>
          <div className="lens-tiles">
            <ImageTile key={index} image={() => dataset.images.subarray(index * pixels, (index + 1) * pixels)} />
            <ImageTile
              key={`rebuilt ${index}`}
              image={({ view, pictures }) => {
                const asked = view.requests[imageKey];
                return asked?.kind === 'rebuild' && asked.indices[0] === index ? (pictures[imageKey] ?? null) : null;
              }}
            />
          </div>
          <p>
            {words.plane.image(String(index))}
            {dataset.labels !== null && ` · ${words.plane.classOf(String(dataset.labels[index]))}`}
            {isHeldOut && ` · ${words.plane.heldOut}`}
          </p>
          <p className="lens-numbers">{numbers.replace('KL', words.plane.kl)}</p>
        </>
      ) : (
        <>
          <ImageTile image={({ pictures }) => pictures[codeKey] ?? null} />
          <p>
            z ({coordinate(target.x, half)}, {coordinate(target.y, half)})
          </p>
        </>
      )}
    </div>
  );
}

/** μ, σ and, where there is one, the correlation of an image on the plane, and the KL of its posterior to the prior over all axes; empty where it is not shown. */
function posterior(frame: Frame, index: number, half: number): string {
  const { plane } = frame;
  const row = index / frame.stride;
  if (!Number.isInteger(row) || 2 * row >= plane.mu.length) return '';
  const pair = (values: Float32Array, show: (value: number) => string): string =>
    `(${show(values[2 * row]!)}, ${show(values[2 * row + 1]!)})`;
  return [
    `μ ${pair(plane.mu, (value) => coordinate(value, half))}`,
    `σ ${pair(plane.sigma, short)}`,
    ...(plane.correlation === null ? [] : [`ρ ${correlation(plane.correlation[row]!)}`]),
    `KL ${nats(klOf(frame, row))}`,
  ].join('\n');
}
