import { describe, expect, it, vi } from 'vitest';
import { WeightsError } from '../../src/formats/weightsError';
import { sharesOf } from '../../src/math/holdout';
import { initialParameters } from '../../src/model/initial';
import type { Architecture } from '../../src/model/layout';
import type { TrainerState } from '../../src/model/trainer';
import type { Adoption } from '../../src/state/adoption';
import { adoptWeights } from '../../src/state/adoptWeights';
import { defaultSettings, type Settings } from '../../src/state/settings';
import type { Dataset } from '../../src/worker/libraryProtocol';
import { writeWeights } from '../../src/worker/weightsFile';
import { begin, open, plainImages } from '../support/labs';
import { PATIENTLY } from '../support/patiently';
import { headerOf, rawFile } from '../support/safetensors';

/** A file of a model with these settings. */
function fileOf(
  architecture: Partial<Architecture> = {},
  settings: Readonly<Record<string, unknown>> = {},
  [width, height] = [8, 8],
) {
  const of = { inputs: width * height, hidden: [64], latent: 2, activation: 'relu' as const, ...architecture };
  return writeWeights({ ...initialParameters(of, 'glorot', 1), step: 12 }, null, { width, height, settings });
}

/** The same file without what it says of the sides of its images. */
function withoutSides(bytes: Uint8Array): Uint8Array {
  const { header, start } = headerOf(bytes);
  const { width: _, height: __, ...metadata } = header.__metadata__ as Record<string, string>;
  return rawFile({ ...header, __metadata__: metadata }, bytes.subarray(start));
}

/** Files that say nothing of what is held out are taken to hold out nothing. */
const plainSettings: Settings = { ...defaultSettings(), holdout: 0 };

/** What a lab that shows these images makes of a file. */
async function adopt(bytes: Uint8Array, dataset: Dataset, settings: Partial<Settings> = {}, found = dataset) {
  let adoption: Adoption | null = null;
  const { changes, step, hasMoments } = await adoptWeights(
    {
      adopt: async (asked) => {
        asked.check(found);
        adoption = asked;
      },
    },
    { settings: { ...plainSettings, ...settings }, dataset },
    bytes,
  );
  expect({ step, hasMoments }).toEqual({ step: 12, hasMoments: true });
  return { changes, adoption: adoption! as Adoption };
}

/** Where an adopted run begins with these images. */
function originOf({ from }: Adoption, dataset = plainImages(8)) {
  if ('pair' in from) throw new Error('It is a pair');
  return from.origin(dataset);
}

const codeOf = (error: unknown): string => {
  expect(error).toBeInstanceOf(WeightsError);
  return (error as WeightsError).fault.code;
};

describe('the settings of a lab that goes on from a file', () => {
  it('stay where the model is the same', async () => {
    const { changes, adoption } = await adopt(fileOf(), plainImages(8));
    expect(changes).toEqual({});
    expect(originOf(adoption)).toMatchObject({ parameters: { step: 12 } });
    expect(adoption.settings).toEqual(plainSettings);
  });

  it('follow a file without hidden layers, and one with them', async () => {
    const linear = await adopt(fileOf({ hidden: [] }), plainImages(8));
    expect(linear.changes).toEqual({ hidden: [] });
    const deep = await adopt(fileOf(), plainImages(8), { hidden: [] });
    expect(deep.changes).toEqual({ hidden: [64] });
  });

  it('follow the shape of its weights and what it says of its run, but not of its place', async () => {
    const settings = {
      ...plainSettings,
      beta: 4,
      noiseScale: 1,
      likelihood: 'gaussian',
      engine: 'webgl',
      speed: 1,
      latent: 7,
    };
    const { changes } = await adopt(
      fileOf({ hidden: [20, 10], latent: 3, activation: 'tanh' }, settings),
      plainImages(8),
    );
    expect(changes).toEqual({
      beta: 4,
      noiseScale: 1,
      likelihood: 'gaussian',
      hidden: [20, 10],
      latent: 3,
      activation: 'tanh',
    });
  });

  it.each(['point', 'isotropic', 'full', 'box'] as const)(
    'take the %s posteriors of the file, whatever it says',
    async (posterior) => {
      const { changes } = await adopt(fileOf({ posterior }, { posterior: 'diagonal' }), plainImages(8));
      expect(changes).toEqual({ posterior });
    },
  );

  it('go back to diagonal posteriors where the file names none', async () => {
    const { changes } = await adopt(fileOf(), plainImages(8), { posterior: 'box' });
    expect(changes).toEqual({ posterior: 'diagonal' });
  });

  it('name the data that it was trained on, where this page has them', async () => {
    const { changes } = await adopt(
      fileOf({}, { data: 'strokes', size: 12 }, [12, 12]),
      plainImages(8),
      {},
      plainImages(12),
    );
    expect(changes).toEqual({ data: 'strokes', size: 12 });
  });

  it('are the usual ones of its data where it is from before there were others', async () => {
    const chosen = {
      data: 'faces',
      variant: 'B',
      count: 500,
      size: 12,
      transposed: true,
      binary: 'threshold',
    } as const;
    const { changes } = await adopt(
      fileOf({}, { data: 'strokes' }, [16, 16]),
      plainImages(12),
      chosen,
      plainImages(16),
    );
    expect(changes).toEqual({
      data: 'strokes',
      variant: '',
      count: 0,
      size: 16,
      transposed: false,
      binary: 'off',
    });
  });

  it.each([
    ['the sides that the file says', fileOf({}, { data: 'mnist' }, [28, 28])],
    ['the root of its pixels', withoutSides(fileOf({}, { data: 'mnist' }, [28, 28]))],
  ])('bring data whose size the file does not name to its model: %s', async (_, bytes) => {
    const { changes } = await adopt(bytes, plainImages(8), {}, plainImages(28));
    expect(changes).toEqual({ data: 'mnist', size: 28 });
  });

  it('leave data at their usual size where the page has none that the model is for', async () => {
    const { changes } = await adopt(
      fileOf({}, { data: 'uci-digits' }, [10, 10]),
      plainImages(8),
      { size: 12 },
      plainImages(10),
    );
    expect(changes).toEqual({ size: 0 });
  });

  it("bring the reader's own images to its size", async () => {
    const { changes } = await adopt(
      fileOf({}, { data: 'file', size: 0 }, [16, 16]),
      plainImages(28),
      { data: 'file' },
      plainImages(16),
    );
    expect(changes).toEqual({ size: 16 });
  });

  it('leave images alone that fit, whatever the file says of their size', async () => {
    const { changes } = await adopt(fileOf({}, { data: 'file', size: 28 }, [28, 28]), plainImages(28), {
      data: 'file',
    });
    expect(changes).toEqual({});
  });

  it("leave the images that are there as they are where the file is of somebody's own", async () => {
    const ofFile = { data: 'file', variant: 'B', count: 40, size: 8, transposed: true, binary: 'resampled' };
    const { changes } = await adopt(fileOf({}, { ...ofFile, beta: 2 }), plainImages(8), { count: 500 });
    expect(changes).toEqual({ beta: 2 });
  });
});

describe('what a file holds out', () => {
  const architecture = { inputs: 64, hidden: [64], latent: 2, activation: 'relu' as const };
  const trainerOf = (order: readonly number[]): TrainerState => ({
    step: 12,
    epochs: 1,
    order: Uint32Array.from(order),
    cursor: 0,
    batches: { words: [1, 2, 3, 4], spare: null },
    noise: { words: [1, 2, 3, 4], spare: null },
  });
  const trained = (order: readonly number[], settings: Partial<Settings>) =>
    writeWeights({ ...initialParameters(architecture, 'glorot', 1), step: 12 }, trainerOf(order), {
      width: 8,
      height: 8,
      settings,
    });
  const { training } = sharesOf(3, 0.3, 7);
  const shuffled = [...training].toReversed();

  it('is held out by the lab that goes on from it, in the same order', async () => {
    const { changes, adoption } = await adopt(trained(shuffled, { seed: 7, holdout: 0.3 }), plainImages(8));
    expect(changes).toEqual({ seed: 7, holdout: 0.3 });
    expect(originOf(adoption).trainer).toEqual(trainerOf(shuffled));
  });

  it('is nothing where it says nothing: a file from before, of all images', async () => {
    const { changes, adoption } = await adopt(trained([2, 0, 1], { seed: 7 }), plainImages(8), { holdout: 0.1 });
    expect(changes).toEqual({ seed: 7, holdout: 0 });
    expect(originOf(adoption).trainer).toEqual(trainerOf([2, 0, 1]));
  });

  it('has its own order among other images, which theirs is of no use to', async () => {
    const { adoption } = await adopt(trained(shuffled, { seed: 7, holdout: 0.3 }), plainImages(8));
    expect(originOf(adoption, { ...plainImages(8), n: 4 })).toMatchObject({ trainer: null, parameters: { step: 12 } });
  });
});

describe('a file that does not fit', () => {
  it.each<[string, string, Uint8Array, Dataset]>([
    ['a code of too many axes', 'limits', fileOf({ latent: 9 }), plainImages(8)],
    ['too many layers', 'limits', fileOf({ hidden: [4, 4, 4, 4] }), plainImages(8)],
    ['a setting out of range', 'metadata', fileOf({}, { beta: -1 }), plainImages(8)],
    ['a setting that is no setting of this page is no matter', '', fileOf({}, { temperature: 3 }), plainImages(8)],
    ['images of another size', 'images', fileOf({}, {}, [28, 28]), plainImages(8)],
    ['images of as many pixels in another shape', 'images', fileOf({}, {}, [4, 16]), plainImages(8)],
  ])('is refused with what is wrong: %s', async (_, code, bytes, dataset) => {
    const refused = await adopt(bytes, dataset).then(() => '', codeOf);
    expect(refused).toBe(code);
  });
});

describe('a lab', () => {
  const own = { inputs: 1, hidden: [3], latent: 2, activation: 'relu' as const };

  it('goes on from a file, at rest, with settings that fit, on the engine that serves', async () => {
    const made = await open({}, true);
    const starts = made.client.count('start');
    const loading = made.lab.load(new Blob([fileOf(own, { beta: 2 }, [1, 1])]));
    // What reads files is fetched first.
    await vi.waitUntil(() => made.client.count('start') > starts, PATIENTLY);
    await begin(made, { step: 12 });
    expect(await loading).toEqual({ step: 12, changes: { hidden: [3], beta: 2, holdout: 0 }, hasMoments: true });
    const { run, wake } = made.client.last('start').payload as {
      run: { hidden: number[] };
      wake: Record<string, unknown>;
    };
    expect(run).toMatchObject({ hidden: [3], images: null });
    expect(wake).toMatchObject({ parameters: { step: 12 }, trainer: null, axes: null, serving: { engine: 'simd' } });
    expect(made.state()).toMatchObject({ playing: false, settings: { beta: 2, hidden: [3] }, failure: null });
    expect(made.client.last('play').payload).toEqual({ playing: false });
    expect(made.lab.history.points.every(({ step }) => step >= 12)).toBe(true);
  });

  it('keeps its run and its settings when the file cannot be used', async () => {
    const made = await open({}, true);
    const { settings, run } = made.state();
    const starts = made.client.count('start');
    await expect(made.lab.load(fileOf(own, {}, [1, 1]).slice(0, 50))).rejects.toThrow(WeightsError);
    await expect(made.lab.load(fileOf({}, {}, [2, 2]).buffer)).rejects.toThrow(/2 × 2/);
    expect(made.state()).toMatchObject({ settings, run, playing: true, failure: null });
    expect(made.client.count('start')).toBe(starts);
  });
});
