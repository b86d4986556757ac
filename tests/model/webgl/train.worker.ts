import { createRandom } from '../../../src/math/random';
import { createLayout } from '../../../src/model/layout';
import { createWebglEngine } from '../../../src/model/webgl/engine';
import { rendererName } from '../../../src/platform/webgl';

const architecture = { inputs: 16, hidden: [7], latent: 2, activation: 'relu' } as const;
const { size } = createLayout(architecture);
const random = createRandom(1);
const engine = await createWebglEngine(architecture);
engine.setData(
  Float32Array.from({ length: 16 * 4 }, () => random.uniform()),
  4,
);
engine.load({
  architecture,
  values: Float32Array.from({ length: size }, () => 0.3 * random.normal()),
  first: new Float32Array(size),
  second: new Float32Array(size),
  step: 0,
});
engine.train(
  Uint32Array.of(0, 1, 2),
  Float32Array.from({ length: 6 }, () => random.normal()),
  { beta: 1, noiseScale: 1, likelihood: 'bernoulli', samples: 1, sigmaX: 1, regulariser: 'kl', learningRate: 1e-3 },
);
const losses = await engine.losses();
postMessage({ renderer: rendererName(), total: losses?.total });
engine.dispose();
