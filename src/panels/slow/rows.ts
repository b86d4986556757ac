import type { Puller } from '../../draw/plane/pulls';
import type { PlaneAxes } from '../../math/planar';
import { onPlane, type Posteriors } from '../../math/posterior';
import type { SlowScene } from '../../state/staged';
import type { SlowWords } from '../../text/slowMotion';
import type { NextStep } from '../../worker/jobAnswers';
import { tuple } from '../axisText';
import { short } from '../numbers';
import { coordinate, correlation, nats } from '../quantities';
import { PULLERS } from './pulls';

type Row = keyof SlowWords['rows'];

/** One number, or pair of numbers, of an image. */
export interface NumberRow {
  readonly row: Row;
  readonly text: string;
  /** Whose pull it is; null for what is none. */
  readonly of: Puller | null;
}

type Shown = Pick<SlowScene, 'stage' | 'after'> & { readonly step: NextStep };

/**
 * What is told of an image at a stage, on the axes of the plane.
 * @param at its place among those that are followed
 * @param half half a side of the window that is seen
 */
export function rowsOf({ stage, step, after }: Shown, at: number, half: number): NumberRow[] {
  const { axes, posteriors } = step;
  const image = step.images[at]!;
  const { latent } = posteriors;
  const place = (values: ArrayLike<number>, from = 0): string =>
    tuple(axes, latent, (axis) => coordinate(values[from + axis]!, half));
  const plain = (row: Row, text: string): NumberRow => ({ row, text, of: null });
  switch (stage) {
    case 'batch':
      return [];
    case 'ellipses':
      return posteriorRows(posteriors, image.place, axes, half);
    case 'noise':
      return samplesOf(image.noise, latent).map((noise) =>
        plain(
          'noise',
          tuple(axes, latent, (axis) => short3(noise[axis]!)),
        ),
      );
    case 'sample':
    case 'decode':
      return samplesOf(image.codes, latent).map((code) => plain('code', place(code)));
    case 'loss':
      return [plain('reconstruction', nats(image.reconstruction)), plain('regulariser', nats(image.regulariser))];
    case 'pulls':
      return PULLERS.flatMap((of) => pullRows(step, at, of));
    case 'move': {
      if (after === null) return [];
      const [before, now] = [onPlane(posteriors, axes), onPlane(after, axes)];
      const change = (name: 'mu' | 'sigma'): string =>
        tuple(axes, latent, (_, k) => short(now[name][2 * at + k]! - before[name][2 * image.place + k]!));
      const moved = plain('moveOfMu', change('mu'));
      return posteriors.family === 'point' ? [moved] : [moved, plain('moveOfSigma', change('sigma'))];
    }
  }
}

/** Noise, to thousandths at most. */
const short3 = (value: number): string => short(Math.round(1000 * value) / 1000);

const samplesOf = (values: Float64Array, latent: number): Float64Array[] =>
  Array.from({ length: values.length / latent }, (_, k) => values.subarray(k * latent, (k + 1) * latent));

function posteriorRows(posteriors: Posteriors, row: number, axes: PlaneAxes, half: number): NumberRow[] {
  const { latent } = posteriors;
  const planar = onPlane(posteriors, axes);
  const plain = (name: Row, text: string): NumberRow => ({ row: name, text, of: null });
  const mu = plain(
    'mu',
    tuple(axes, latent, (_, k) => coordinate(planar.mu[2 * row + k]!, half)),
  );
  if (posteriors.family === 'point') return [mu];
  const sigma = plain(
    'sigma',
    tuple(axes, latent, (_, k) => short(planar.sigma[2 * row + k]!)),
  );
  return planar.correlation === null ? [mu, sigma] : [mu, sigma, plain('rho', correlation(planar.correlation[row]!))];
}

/** Minus the gradient of one part of the loss, by μ and by σ, or by the entries of L that the two axes have. */
function pullRows({ axes, posteriors, images }: NextStep, at: number, of: Puller): NumberRow[] {
  const { family, latent } = posteriors;
  const { mu, triangle } = images[at]!.slopes[of];
  const pull = (slope: number): string => short(-slope);
  const onMu: NumberRow = { row: `${of}OnMu`, text: tuple(axes, latent, (axis) => pull(mu[axis]!)), of };
  if (family === 'point') return [onMu];
  if (family === 'isotropic') return [onMu, { row: `${of}OnSigma`, text: pull(triangle[0]!), of }];
  if (family !== 'full') {
    return [
      onMu,
      { row: `${of}OnSigma`, text: tuple(axes, latent, (axis) => pull(triangle[axis * latent + axis]!)), of },
    ];
  }
  const [low, high] = [Math.min(...axes), Math.max(...axes)];
  const entries =
    low < 0
      ? [[high, high]]
      : [
          [low, low],
          [high, low],
          [high, high],
        ];
  const text = entries.map(([i, k]) => pull(triangle[i! * latent + k!]!)).join(', ');
  return [onMu, { row: `${of}OnL`, text: `(${text})`, of }];
}
