import { describe, expect, it } from 'vitest';
import { WeightsError } from '../../src/formats/weightsError';
import type { Adoption } from '../../src/state/adoption';
import { adoptLayers } from '../../src/state/adoptLayers';
import { defaultSettings, type Settings } from '../../src/state/settings';
import type { Dataset } from '../../src/worker/libraryProtocol';
import { begin, open, plainImages } from '../support/labs';

const json = {
  format: 'layers-model',
  modelTopology: { config: { layers: [{ config: { batch_input_shape: [null, 2] } }] } },
  weightsManifest: [{ paths: ['w.bin'], weights: [] }],
};
const files = [new File([JSON.stringify(json)], 'model.json'), new File(['abcd'], 'w.bin')];

/** What a lab makes of a model of this size. */
async function adopt(
  side: number,
  hasEncoder: boolean,
  dataset: Dataset,
  settings: Partial<Settings> = {},
  found = dataset,
) {
  let adoption: Adoption | null = null;
  const loaded = await adoptLayers(
    {
      asker: { ask: (async () => ({ width: side, height: side, hasEncoder, parameterCount: 9 })) as never },
      adopt: async (asked) => {
        asked.check(found);
        adoption = asked;
      },
    },
    { settings: { ...defaultSettings(), ...settings }, dataset },
    files,
  );
  return { loaded, adoption: adoption! as Adoption };
}

describe('a model of tfjs-layers', () => {
  it('is shown with the images that are there, where they have its size', async () => {
    const { loaded, adoption } = await adopt(8, true, plainImages(8), { latent: 4 });
    expect(loaded).toEqual({ step: 0, changes: { latent: 2, holdout: 0 }, hasMoments: false, hasEncoder: true });
    expect(adoption.from).toMatchObject({ pair: { encoder: null, decoder: { path: 'model.json' } } });
  });

  it('has drawings of its size where it only decodes', async () => {
    const { loaded } = await adopt(28, false, plainImages(8), {}, plainImages(28));
    expect(loaded.changes).toEqual({ data: 'strokes', size: 28, holdout: 0 });
  });

  it('has as many of them as is usual, by the usual hand, whatever was chosen of other data', async () => {
    const chosen = { data: 'faces', variant: 'B', count: 500 } as const;
    const { loaded } = await adopt(28, false, plainImages(16), chosen, plainImages(28));
    expect(loaded.changes).toEqual({ data: 'strokes', variant: '', count: 0, size: 28, holdout: 0 });
  });

  it('leaves drawings those that they are, but for their size', async () => {
    const chosen = { data: 'strokes', variant: '7', count: 500 } as const;
    const { loaded } = await adopt(28, false, plainImages(16), chosen, plainImages(28));
    expect(loaded.changes).toEqual({ size: 28, holdout: 0 });
  });

  it('wants images of its size where it encodes', async () => {
    await expect(adopt(28, true, plainImages(8), {}, plainImages(8))).rejects.toThrow(
      /28 × 28.*open images of that size first/,
    );
    const { loaded } = await adopt(16, true, plainImages(28), { data: 'file' }, plainImages(16));
    expect(loaded.changes).toEqual({ size: 16, holdout: 0 });
  });
});

describe('a lab with a model of tfjs-layers', () => {
  it('rests, is not played, and starts again with a model of its own', async () => {
    const made = await open({}, true);
    const loading = made.lab.load(files);
    // Files are read before the worker is asked.
    await expect.poll(() => made.client.waiting('inspect')).toBe(1);
    await made.client.answer('inspect', { width: 1, height: 1, hasEncoder: false, parameterCount: 9 });
    await begin(made);
    expect(await loading).toMatchObject({ hasEncoder: false });
    expect(made.client.last('start').payload).toMatchObject({ run: { pair: { encoder: null } }, wake: null });
    made.lab.store.setState(({ run }) => ({ run: { ...run!, engine: 'layers' } }));
    expect(made.state().playing).toBe(false);
    made.lab.play();
    expect(made.state().playing).toBe(false);
    const again = made.lab.reset();
    await begin(made);
    await again;
    expect(made.client.last('start').payload.run).not.toHaveProperty('pair');
  });

  it('keeps its run where the files are no model', async () => {
    const made = await open();
    await expect(made.lab.load([new File(['{'], 'model.json')])).rejects.toThrow(WeightsError);
    expect(made.client.count('inspect')).toBe(0);
    expect(made.state().failure).toBeNull();
  });
});
