import type { Code } from '../../draw/plane/marks';
import { between, magnification } from '../../math/magnified';
import type { PlaneAxes } from '../../math/planar';
import { onPlane, type PlanarPosteriors } from '../../math/posterior';
import type { SlowScene } from '../../state/staged';
import type { NextStep, StepImage } from '../../worker/jobAnswers';

/** Where d numbers are on the plane; an axis that they do not have is 0. @param row of several codes */
export const planePoint = (values: ArrayLike<number>, [first, second]: PlaneAxes, from = 0): Code => [
  values[from + first]!,
  second < 0 ? 0 : values[from + second]!,
];

/** Points of the samples of an image on the plane: of its noise, or of its codes. */
export function samplePoints({ posteriors, axes }: NextStep, values: StepImage['codes']): Code[] {
  const { latent } = posteriors;
  return Array.from({ length: values.length / latent }, (_, sample) => planePoint(values, axes, sample * latent));
}

/** Some of several posteriors, on the plane. */
export function planarRows(planar: PlanarPosteriors, rows: readonly number[]): PlanarPosteriors {
  const pairs = (values: Float32Array): Float32Array =>
    Float32Array.from(rows.flatMap((row) => [values[2 * row]!, values[2 * row + 1]!]));
  return {
    family: planar.family,
    mu: pairs(planar.mu),
    sigma: pairs(planar.sigma),
    correlation: planar.correlation === null ? null : Float32Array.from(rows, (row) => planar.correlation![row]!),
  };
}

/** Share of half the window that the longest move has at most. */
const ROOM = 0.2;

/** The highlighted posteriors before a step and after it, and how many times as large their move is drawn. */
export interface Move {
  readonly before: PlanarPosteriors;
  readonly after: PlanarPosteriors;
  readonly times: number;
}

/** @returns null until the step has been taken */
export function moveOf({ step, after }: Pick<SlowScene, 'step' | 'after'>, half: number): Move | null {
  if (step === null || after === null) return null;
  const rows = step.images.map(({ place }) => place);
  const before = planarRows(onPlane(step.posteriors, step.axes), rows);
  const planar = onPlane(after, step.axes);
  return { before, after: planar, times: magnification(before, planar, ROOM * half) };
}

/** The posteriors of a move as they are drawn. @param progress how far it has come */
export const movedPosteriors = ({ before, after, times }: Move, progress: number): PlanarPosteriors =>
  between(before, after, times * progress);
