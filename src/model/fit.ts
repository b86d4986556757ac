import type { Parameters } from './engine';
import { familyOf, type Layout } from './layout';

/** @throws RangeError unless parameters and moments are those of a model of this layout */
export function checkFit(parameters: Parameters, { architecture, size }: Layout): void {
  const [given, expected] = [parameters.architecture, architecture].map((shape) =>
    JSON.stringify([shape.inputs, shape.hidden, shape.latent, shape.activation, familyOf(shape)]),
  );
  if (given !== expected) throw new RangeError(`Parameters of ${given} do not fit an engine of ${expected}`);
  for (const which of ['values', 'first', 'second'] as const) {
    const { length } = parameters[which];
    if (length !== size) throw new RangeError(`${length} ${which} in the parameters: expected ${size}`);
  }
}
