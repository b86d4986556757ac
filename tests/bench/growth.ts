/** How the cost of training, encoding and drawing grows. Runs in the browser. */

import type { EllipseCloud, PlaneView } from '../../src/draw/ellipses/cloud';
import { createCpuPainter } from '../../src/draw/ellipses/cpuPainter';
import { fetchKernel } from '../../src/draw/ellipses/kernel';
import { ellipseStyle } from '../../src/draw/ellipses/style';
import { themeOf } from '../../src/draw/theme';
import { createRandom } from '../../src/math/random';
import type { EngineName } from '../../src/model/engine';
import { initialParameters } from '../../src/model/initial';
import { createSimdEngine } from '../../src/model/simd/engine';
import { createDevice } from '../../src/model/webgl/device';
import { createWebglEngine } from '../../src/model/webgl/engine';
import { alternate, type Pace, type Program, type Rounds } from './alternate';
import type { Shape } from './shapes';
import { randomImages, training } from './training';

const N = 2048;

/** A training step of each of the shapes, by turns. */
export async function timeSteps(name: EngineName, shapes: readonly Shape[], rounds: Rounds): Promise<Pace[]> {
  const device = name === 'webgl' ? createDevice() : null;
  const programs: Program[] = [];
  for (const shape of shapes) {
    const { architecture } = shape;
    const engine = device === null ? createSimdEngine(architecture) : createWebglEngine(architecture, { device });
    programs.push(training(await engine, shape, randomImages(N, architecture.inputs)));
  }
  return alternate(programs, rounds);
}

/** Encoding all of n images by the simd engine, for each of `counts` by turns. */
export async function timeEncoding(
  { architecture }: Shape,
  counts: readonly number[],
  rounds: Rounds,
): Promise<Pace[]> {
  const images = randomImages(Math.max(...counts), architecture.inputs);
  const programs: Program[] = [];
  for (const n of counts) {
    const engine = await createSimdEngine(architecture);
    engine.setData(images.subarray(0, n * architecture.inputs), n);
    engine.load(initialParameters(architecture, 'glorot', 1));
    // Computed before the call returns.
    programs.push({ step: () => void engine.encode('data') });
  }
  return alternate(programs, rounds);
}

/** Posteriors as the prior has them: μ standard normal, axes around `extent`, ten classes. */
function randomCloud(count: number, extent: number, seed: number): EllipseCloud {
  const random = createRandom(seed);
  const normals = (scale: number): Float32Array =>
    Float32Array.from({ length: 2 * count }, () => scale * random.normal());
  return {
    count,
    mu: normals(1),
    axes: normals(0.3).map((value) => extent * Math.exp(value)),
    classes: Uint8Array.from({ length: count }, () => random.below(10)),
  };
}

/**
 * A picture of each of `counts` ellipses by the CPU painter, to its end.
 * @param extent semi-axes in latent units; 0 draws points
 * @param side pixels
 */
export async function timePainting(
  counts: readonly number[],
  extent: number,
  side: number,
  rounds: Rounds,
): Promise<Pace[]> {
  const compiled = await fetchKernel();
  const view: PlaneView = { centreX: 0, centreY: 0, unitsPerPixel: 8 / side, width: side, height: side };
  const style = ellipseStyle(themeOf(false), 1);
  const programs = counts.map((count): Program => {
    const painter = createCpuPainter(document.createElement('canvas'), compiled, reportError);
    // A painter leaves out what has not changed: two clouds take turns.
    const clouds = [1, 2].map((seed) => randomCloud(count, extent, seed));
    let t = 0;
    return {
      step() {
        painter.paint(clouds[t++ % 2]!, view, style);
        painter.finish();
      },
    };
  });
  return alternate(programs, rounds);
}
