import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { createLayout } from '../../src/model/layout';
import { readWeights } from '../../src/worker/weightsFile';
import { floatsOf } from '../support/safetensors';

const run = promisify(execFile);
const root = new URL('../../', import.meta.url);
const fixture = new URL('tests/fixtures/pytorch.safetensors', root);

/** The state dict of a model of 4 pixels, one hidden layer of 3 and 2 axes, every number another one, in Python. */
const STATE = `
import sys
import numpy as np
sys.path.insert(0, sys.argv[1])
from pytorch_to_safetensors import renamed, write
shapes = {"fc1.weight": (3, 4), "fc1.bias": (3,), "fc21.weight": (2, 3), "fc21.bias": (2,), "fc22.weight": (2, 3),
          "fc22.bias": (2,), "fc3.weight": (3, 2), "fc3.bias": (3,), "fc4.weight": (4, 3), "fc4.bias": (4,)}
state, at = {}, 0
for name, shape in shapes.items():
    size = int(np.prod(shape))
    state[name] = np.arange(at, at + size, dtype="float64").reshape(shape) / 4
    at += size
names = {"fc1": "encoder.0", "fc21": "mu", "fc22": "log_var", "fc3": "decoder.0", "fc4": "decoder.2"}
write(sys.argv[2], renamed(state, names), "tanh", 2, 2, {"beta": 1, "noiseScale": 0.5})
`;

/** A model of full covariance that learns the variance of its pixels. */
const TILTED = `
import sys
import numpy as np
sys.path.insert(0, sys.argv[1])
from pytorch_to_safetensors import renamed, write
shapes = {"encoder.0.weight": (3, 4), "encoder.0.bias": (3,), "mu.weight": (2, 3), "mu.bias": (2,),
          "log_var.weight": (2, 3), "log_var.bias": (2,), "lower.weight": (1, 3), "lower.bias": (1,),
          "decoder.0.weight": (3, 2), "decoder.0.bias": (3,), "decoder.2.weight": (4, 3), "decoder.2.bias": (4,)}
state = {name: np.full(shape, 0.5 if name == "lower.bias" else 0.25) for name, shape in shapes.items()}
write(sys.argv[2], renamed({**state, "variance": np.array(-2.0)}, {"variance": "log_var_x"}), posterior="full")
`;

const hasNumpy = await run('python3', ['-c', 'import numpy']).then(
  () => true,
  () => false,
);

describe('the file that the script for PyTorch writes', () => {
  it('is a model as this page reads it', async () => {
    const bytes = new Uint8Array(await readFile(fixture));
    const { parameters, hasMoments, ...rest } = readWeights(bytes, 'relu');
    const architecture = {
      inputs: 4,
      hidden: [3],
      latent: 2,
      activation: 'tanh' as const,
      posterior: 'diagonal' as const,
    };
    expect(parameters.architecture).toEqual(architecture);
    expect(rest).toEqual({ trainer: null, width: 2, height: 2, settings: { beta: 1, noiseScale: 0.5 } });
    expect(hasMoments).toBe(false);
    const { encoder, head, output } = createLayout(architecture);
    // W[o][i] of PyTorch: fc1.weight[2][1] is number 2·4 + 1, log_var.bias[1] comes after 15 + 8 + 6 + 1 others.
    expect(parameters.values[encoder[0]!.offset + 1 * 3 + 2]).toBe(9 / 4);
    expect(parameters.values[head.offset + 3 * 4 + 3]).toBe(30 / 4);
    expect(parameters.values[output.offset + 3 * 4 + 3]).toBe(55 / 4);
    expect([...floatsOf(bytes, 'mu.bias').values]).toEqual([21 / 4, 22 / 4]);
  });

  it.skipIf(!hasNumpy)('may have tilted posteriors, and a variance of the pixels', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'vae-geometry-'));
    try {
      const target = join(folder, 'model.safetensors');
      await run('python3', ['-B', '-c', TILTED, join(root.pathname, 'examples'), target]);
      const { parameters } = readWeights(new Uint8Array(await readFile(target)), 'relu');
      const { architecture, values } = parameters;
      expect(architecture).toEqual({ inputs: 4, hidden: [3], latent: 2, activation: 'relu', posterior: 'full' });
      const { head, observation } = createLayout(architecture);
      // The bias of L₁₀ is the last of the head's five.
      expect([head.outputs, values[head.offset + 3 * 5 + 4], values[observation]]).toEqual([5, 0.5, -2]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it.skipIf(!hasNumpy)('is what the script writes', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'vae-geometry-'));
    try {
      const target = join(folder, 'model.safetensors');
      await run('python3', ['-B', '-c', STATE, join(root.pathname, 'examples'), target]);
      expect(await readFile(target)).toEqual(await readFile(fixture));
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
