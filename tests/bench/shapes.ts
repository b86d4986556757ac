/** The models that are measured, by what they are. */
import type { Architecture } from '../../src/model/layout';

export interface Shape {
  readonly architecture: Architecture;
  /** Images a step. */
  readonly batch: number;
}

export const shape = (inputs: number, hidden: readonly number[], batch: number): Shape => ({
  architecture: { inputs, hidden, latent: 2, activation: 'relu' },
  batch,
});

/** The models that the project's bars speak of, from the page's own to one of a laboratory's size. */
export const SHAPES: readonly Shape[] = [
  shape(64, [64], 64),
  shape(256, [64], 64),
  shape(784, [256], 128),
  shape(784, [512, 256], 256),
];

/** As in 256-64-2. */
export const widths = ({ architecture: { inputs, hidden, latent } }: Shape): string =>
  [inputs, ...hidden, latent].join('-');

export const describe = (model: Shape): string => `${widths(model)}, batch ${model.batch}`;
