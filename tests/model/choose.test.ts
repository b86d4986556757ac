import { describe, expect, it, vi } from 'vitest';
import { chooseEngine, type EngineParts, timeSteps } from '../../src/model/choose';
import type { Engine, EngineName } from '../../src/model/engine';
import { createFakeEngine, type FakeEngine } from '../support/fakeEngine';
import { plainHyper } from '../support/models';

const CARD = 'ANGLE (NVIDIA GeForce)';
const SOFT = 'SwiftShader';

interface Case {
  renderer?: string | null;
  /** Ms of a step on each engine; null where it cannot be made. */
  webgl?: number | null;
  simd?: number | null;
  /** The engine that does not take the model. */
  refuses?: EngineName;
}

/** Parts whose engines are as fast as told; every call on an engine is noted by its name. */
function createParts({ renderer = CARD, webgl = 1, simd = 1, refuses }: Case) {
  const notes: string[] = [];
  const make = (name: EngineName, cost: number | null) => async (): Promise<Engine> => {
    notes.push(`make ${name}`);
    if (cost === null) throw new Error(`no ${name} here`);
    return { ...createFakeEngine(), name, dispose: () => notes.push(`dispose ${name}`) };
  };
  const parts: EngineParts = {
    renderer,
    isSoftware: (name) => name === SOFT,
    make: { webgl: make('webgl', webgl), simd: make('simd', simd) },
    prepare({ name }) {
      notes.push(`prepare ${name}`);
      if (name === refuses) throw new Error(`${name} cannot hold the model`);
    },
    async time({ name }, steps) {
      notes.push(`time ${name}`);
      return steps * (name === 'webgl' ? webgl! : simd!);
    },
  };
  return { parts, notes };
}

async function choose(wanted: EngineName | 'auto', given: Case = {}) {
  const { parts, notes } = createParts(given);
  const { engine, reason } = await chooseEngine(wanted, parts);
  return { name: engine.name, reason, notes };
}

describe('chooseEngine', () => {
  it.each<[string, EngineName | 'auto', Case, EngineName, string]>([
    ['a GPU that is as fast', 'auto', {}, 'webgl', 'gpu'],
    ['a GPU that is somewhat slower', 'auto', { webgl: 2.9, simd: 1 }, 'webgl', 'gpu'],
    ['a GPU that is far slower', 'auto', { webgl: 3.1, simd: 1 }, 'simd', 'faster'],
    ['a GPU and no simd', 'auto', { simd: null }, 'webgl', 'gpu'],
    ['WebGL in software', 'auto', { renderer: SOFT }, 'simd', 'software'],
    ['no WebGL', 'auto', { renderer: null }, 'simd', 'no-webgl'],
    ['WebGL that cannot be opened', 'auto', { webgl: null }, 'simd', 'no-webgl'],
    ['WebGL that cannot hold the model', 'auto', { refuses: 'webgl' }, 'simd', 'no-webgl'],
    ['webgl as asked, however slow', 'webgl', { webgl: 99, simd: 1 }, 'webgl', 'asked'],
    ['webgl as asked, in software', 'webgl', { renderer: SOFT }, 'webgl', 'asked'],
    ['webgl asked for in vain', 'webgl', { renderer: null }, 'simd', 'no-webgl'],
    ['simd as asked', 'simd', {}, 'simd', 'asked'],
  ])('with %s', async (_, wanted, given, name, code) => {
    const chosen = await choose(wanted, given);
    expect(chosen.name).toBe(name);
    expect(chosen.reason).toEqual({ code, renderer: given.renderer === undefined ? CARD : given.renderer });
  });

  it('times nothing that was asked for, nor where there is no choice', async () => {
    for (const [wanted, given] of [
      ['webgl', {}],
      ['simd', {}],
      ['auto', { renderer: SOFT }],
      ['auto', { renderer: null }],
    ] as const) {
      const { notes } = await choose(wanted, given);
      expect(notes.filter((note) => note.startsWith('time'))).toEqual([]);
      expect(notes.filter((note) => note.startsWith('make'))).toHaveLength(1);
    }
  });

  it.each([
    [{ webgl: 9 }, 'simd', 'webgl'],
    [{ webgl: 1 }, 'webgl', 'simd'],
  ] as const)('hands over a fresh model and disposes of the other engine: %o', async (given, kept, other) => {
    const { notes } = await choose('auto', given);
    expect(notes).toContain(`dispose ${other}`);
    expect(notes).not.toContain(`dispose ${kept}`);
    expect(notes.lastIndexOf(`prepare ${kept}`), 'the trial has trained it').toBeGreaterThan(
      notes.lastIndexOf(`time ${kept}`),
    );
  });

  it('disposes of an engine that cannot hold the model', async () => {
    const { notes } = await choose('auto', { refuses: 'webgl' });
    expect(notes).toContain('dispose webgl');
  });

  it('throws what the only possible engine threw', async () => {
    const { parts } = createParts({ renderer: null, simd: null });
    await expect(chooseEngine('auto', parts)).rejects.toThrow('no simd here');
    const { parts: refusing, notes } = createParts({ renderer: SOFT, refuses: 'simd' });
    await expect(chooseEngine('auto', refusing)).rejects.toThrow('simd cannot hold the model');
    expect(notes).toContain('dispose simd');
  });
});

describe('timeSteps', () => {
  it('trains on batches of the data and waits for the last of them', async () => {
    const engine: FakeEngine = createFakeEngine();
    const losses = vi.fn(async () => null);
    const settings = { n: 5, latent: 3, batchSize: 64, hyper: plainHyper };
    const time = await timeSteps({ ...engine, losses }, 7, settings);
    expect(time).toBeGreaterThanOrEqual(0);
    expect(engine.calls).toHaveLength(7);
    for (const { batch, noise } of engine.calls) {
      expect(batch).toHaveLength(5);
      expect(batch.every((index) => index >= 0 && index < 5)).toBe(true);
      expect(noise).toHaveLength(15);
    }
    expect(losses).toHaveBeenCalledTimes(1);
  });
});
