import { afterEach, describe, expect, it, vi } from 'vitest';
import { imageEvidence } from '../../src/math/evidence';
import { Lattice } from '../../src/math/lattice';
import { NodeTable } from '../../src/math/nodeTable';
import { createRandom } from '../../src/math/random';
import { expectClose } from '../support/close';
import { type Decoder, decoding } from './decoders';
import { inverse, klToGaussian, klToPrior, type LinearGaussian, linearGaussian, onePosterior } from './linearGaussian';

const MIB = 2 ** 20;

/** The decoder of a linear model, one pixel after another: of images of 128 × 128 it is asked for 10,000 codes. */
function fast({ decode, pixels }: LinearGaussian): Decoder {
  const ends = decode(Float32Array.of(0, 0, 1, 0, 0, 1));
  const [bias, x, y] = [0, 1, 2].map((row) => ends.subarray(row * pixels, (row + 1) * pixels)) as [
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  return (codes) => {
    const outputs = new Float32Array((codes.length / 2) * pixels);
    for (let at = 0, code = 0; at < outputs.length; at += pixels, code += 2) {
      const [u, v] = [codes[code]!, codes[code + 1]!];
      for (let p = 0; p < pixels; p++) outputs[at + p] = bias[p]! + u * (x[p]! - bias[p]!) + v * (y[p]! - bias[p]!);
    }
    return outputs;
  };
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('p(z|x) of images of 128 × 128 pixels', () => {
  const D = 128 ** 2;

  it.each([
    { widths: [0.5, 0.4], flown: 0, name: 'on level 0' },
    { widths: [0.05, 0.03], flown: 0, name: 'on finer levels' },
    { widths: [0.3, 0.2], flown: 9, name: 'on the widest lattice' },
  ] as const)('is right to 1e-3 nats, and takes no more than 64 MiB at a time: $name', ({ widths, flown }) => {
    const random = createRandom(31);
    const model = linearGaussian(random, D, 0.3, widths, 0.6);
    const image = model.image(1.3, -0.7, random);
    const exact = model.exact(image);
    const truth = inverse(exact.precision);
    const centre = [Math.fround(exact.mean[0]), Math.fround(exact.mean[1])] as const;
    const own = onePosterior('full', centre, truth);
    const posteriors = {
      ...own,
      mu: Float32Array.of(...own.mu, flown, 0),
      sigma: Float32Array.of(...own.sigma, 0.1, 0.1),
      correlation: Float32Array.of(...own.correlation!, 0),
    };
    const decode = fast(model);
    let largest = 0;
    vi.stubGlobal(
      'Float32Array',
      new Proxy(Float32Array, {
        construct(target, values: unknown[]) {
          const made = Reflect.construct(target, values) as Float32Array;
          largest = Math.max(largest, made.byteLength);
          return made;
        },
      }),
    );
    const [found] = decoding(
      imageEvidence(
        {
          model: { kind: 'gaussian', sigmaX: model.sigmaX },
          images: image,
          pixels: D,
          posteriors,
          kl: [klToPrior('full', centre, truth)],
        },
        Uint32Array.of(0),
      ),
      decode,
    );
    expect(largest).toBeGreaterThan(D);
    expect(largest).toBeLessThanOrEqual(64 * MIB);
    expect(found!.resolved).toBe(true);
    expectClose(found!.logEvidence, exact.logEvidence, { abs: 1e-3 }, 'ln p(x)');
    expectClose(found!.gap, klToGaussian('full', centre, truth, exact.mean, exact.precision), { abs: 1e-3 }, 'gap');
    for (const axis of [0, 1] as const) {
      const width = Math.sqrt(truth[axis === 0 ? 0 : 2]);
      expectClose(found!.mean[axis], exact.mean[axis], { abs: 1e-3 * width }, 'mean');
    }
    const scale = Math.sqrt(truth[0] * truth[2]);
    for (const entry of [0, 1, 2] as const)
      expectClose(found!.covariance[entry], truth[entry], { abs: 2e-3 * scale }, 'covariance');
  });
});

describe('a table of decoded nodes', () => {
  /** Decodes to the code's first number plus the pixel's number, and counts the codes. */
  function open(pixels: number, size = 64) {
    const table = new NodeTable(new Lattice(5, size), { kind: 'gaussian', sigmaX: 1 }, pixels);
    let asked = 0;
    const decode: Decoder = (codes) => {
      asked += codes.length / 2;
      return Float32Array.from({ length: (codes.length / 2) * pixels }, (_, at) => {
        return codes[2 * Math.floor(at / pixels)]! + (at % pixels);
      });
    };
    /** The first output and the term of every node, and how many codes were decoded for it. */
    const visited = (nodes: Int32Array | null) => {
      const before = asked;
      const length = nodes?.length ?? table.count;
      const found = { outputs: new Float64Array(length), terms: new Float64Array(length) };
      const visit: Parameters<typeof table.visitCoarse>[1] = ({ values, first, count }, terms, places) => {
        for (let k = 0; k < count; k++) {
          found.outputs[places[k]!] = values[(first + k) * pixels]!;
          found.terms[places[k]!] = terms[k]!;
        }
      };
      decoding(nodes === null ? table.visitCoarse(100, visit) : table.visitFiner(1, nodes, visit), decode);
      return { ...found, decoded: asked - before };
    };
    return { table, visited };
  }

  /** Where nodes of a level are along the first axis. */
  const columns = (table: NodeTable, level: number, nodes: ArrayLike<number>): Float64Array =>
    Float64Array.from(table.lattice.points(level, nodes).filter((_, at) => at % 2 === 0));

  it('decodes all nodes of level 0 once, where there is room for them', () => {
    const { table, visited } = open(4);
    const first = visited(null);
    expect(first.decoded).toBe(64 ** 2);
    expect(first.outputs).toEqual(columns(table, 0, [...Array(64 ** 2).keys()]));
    expect(visited(null)).toEqual({ ...first, decoded: 0 });
  });

  it('has room for those of 28 × 28 pixels on the widest lattice', () => {
    const { visited } = open(784, 96);
    expect(visited(null).decoded).toBe(96 ** 2);
    expect(visited(null).decoded).toBe(0);
  });

  it('decodes them anew where there is none, to the same', () => {
    // 64² · 4,097 floats are more than 64 MiB.
    const { table, visited } = open(4097);
    const first = visited(null);
    expect(first.outputs).toEqual(columns(table, 0, [...Array(64 ** 2).keys()]));
    expect(visited(null)).toEqual(first);
  });

  it('holds finer nodes that were asked for, and decodes the others', () => {
    const { table, visited } = open(4);
    const first = visited(Int32Array.of(7, 3, 400));
    expect(first).toMatchObject({ outputs: columns(table, 1, [7, 3, 400]), decoded: 3 });
    const second = visited(Int32Array.of(5, 400, 6, 7));
    expect(second).toMatchObject({ outputs: columns(table, 1, [5, 400, 6, 7]), decoded: 2 });
    expect([second.terms[1], second.terms[3]]).toEqual([first.terms[2], first.terms[0]]);
  });

  it('holds no more than 32 MiB of finer nodes, and finds the same of those that it has let go', () => {
    const { table, visited } = open(128 ** 2);
    // Of 64 KiB each there is room for 512.
    const nodes = Int32Array.from({ length: 513 }, (_, k) => 3 * k);
    const fitting = nodes.subarray(0, 512);
    const first = visited(fitting);
    expect(first).toMatchObject({ outputs: columns(table, 1, fitting), decoded: 512 });
    expect(visited(fitting)).toEqual({ ...first, decoded: 0 });
    expect(visited(nodes).decoded, 'and one more takes the place of all').toBe(1);
    expect(visited(fitting)).toEqual({ ...first, decoded: 512 });
  });
});
