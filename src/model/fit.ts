import type { Parameters } from './engine';
import type { Layout } from './layout';

/** @throws RangeError unless parameters and moments are those of a model of this layout */
export function checkFit(parameters: Parameters, { architecture, size }: Layout): void {
  const [given, expected] = [parameters.architecture, architecture].map(({ inputs, hidden, latent, activation }) =>
    JSON.stringify([inputs, hidden, latent, activation]),
  );
  if (given !== expected) throw new RangeError(`Parameters of ${given} do not fit an engine of ${expected}`);
  for (const which of ['values', 'first', 'second'] as const) {
    const { length } = parameters[which];
    if (length !== size) throw new RangeError(`${length} ${which} in the parameters: expected ${size}`);
  }
}
