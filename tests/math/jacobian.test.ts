import { describe, expect, it } from 'vitest';
import { jacobian, nodesFor } from '../../src/math/jacobian';
import { createRandom } from '../../src/math/random';
import { expectAllClose, expectNear } from '../support/close';
import { decoderOf, linearDecoder, randomMlp } from './decoders';

describe('the Jacobian by differences', () => {
  it('asks for two codes an axis around every point', () => {
    const nodes = nodesFor(Float32Array.of(1, 2, -3, 0), 2);
    const h = nodes[0]! - 1;
    expect(h).toBeGreaterThan(0);
    expectAllClose(nodes, [1 + h, 2, 1 - h, 2, 1, 2 + h, 1, 2 - h, -3 + h, 0, -3 - h, 0, -3, h, -3, -h], { abs: 0 });
  });

  it('of a straight decoder is its matrix, also where float32 codes are coarse', () => {
    const columns = [
      [1, -2, 0.5],
      [0, 3, 0.25],
    ];
    for (const [far, abs] of [
      [0, 1e-5],
      [40.123, 5e-3],
    ] as const) {
      const nodes = nodesFor(Float32Array.of(far, -far), 2);
      expectAllClose(jacobian(nodes, linearDecoder(columns, [0, 0, 0])(nodes), 2), columns.flat(), { abs });
    }
  });

  it('of a curved one errs by h²/6 of its third derivative', () => {
    const nodes = nodesFor(Float32Array.of(0.5), 1);
    const found = jacobian(nodes, decoderOf(1, ([z]) => [Math.sin(z!), z! * z!])(nodes), 1);
    expectAllClose(found, [Math.cos(0.5), 1], { rel: 3e-5 });
  });

  it('of float32 layers agrees with backpropagation to 1e-3 of the largest derivative, near and far from the origin', () => {
    const random = createRandom(51);
    for (const slope of [0.5, 1, 3]) {
      const { exact, logits } = randomMlp(random, 2, 64, 64, slope);
      for (const reach of [1, 10]) {
        const points = Float32Array.from({ length: 40 }, () => reach * random.normal());
        const nodes = nodesFor(points, 2);
        const found = jacobian(nodes, logits(nodes), 2);
        const expected = Array.from({ length: 20 }, (_, i) => [
          ...exact(points.subarray(2 * i, 2 * i + 2)).derivatives,
        ]).flat();
        expectNear(found, expected, 1e-3, `derivatives at slope ${slope}, reach ${reach}`);
      }
    }
  });

  it('refuses outputs that are not one row a node', () => {
    expect(() => jacobian(new Float32Array(8), new Float32Array(6), 2)).toThrow(
      '6 outputs are no equal rows for 4 nodes',
    );
  });
});
