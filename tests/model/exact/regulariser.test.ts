import { expect, it } from 'vitest';
import { regularisation } from '../../../src/model/exact/regulariser';

it('has slopes that are numbers where L has zeros below its diagonal, as the initial ellipses do', () => {
  const mu = Float64Array.of(0.3, -0.2);
  const triangle = Float64Array.of(0.5, 0, 0, 0.25);
  const { slopes } = regularisation('full', 'kl', { mu, triangle });
  expect([...slopes.mu]).toEqual([0.3, -0.2]);
  expect([...slopes.triangle]).toEqual([0.5 - 2, 0, 0, 0.25 - 4]);
});
