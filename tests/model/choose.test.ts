import { describe, expect, it, vi } from 'vitest';
import { chooseEngine, type EngineParts, timeSteps } from '../../src/model/choose';
import type { Engine, EngineFailure, EngineName, EngineReason } from '../../src/model/engine';
import { EngineError, EngineUnavailable } from '../../src/model/engineError';
import { createFakeEngine, type FakeEngine } from '../support/fakeEngine';
import { plainHyper } from '../support/models';

const CARD = 'ANGLE (NVIDIA GeForce)';
const SOFT = 'SwiftShader';

/** An engine as it is here: ms of a step, or where it fails. */
type Fate =
  | number
  /** Its maker rejects: with this cause, or ('failed') an error that tells none. */
  | EngineFailure['cause']
  /** It does not take the model, from the `prepare` of this number on. */
  | 'refuses'
  | 'refuses again'
  /** It breaks while it is timed, or its context is lost then, so that it cannot even be disposed of. */
  | 'breaks'
  | 'lost';

interface Case {
  renderer?: string | null;
  webgl?: Fate;
  simd?: Fate;
  /** Ms until webgl answers, however few steps it has done. */
  wait?: number;
  /** Ms by which timings of one engine are stalled: that of this number, from 1 on, or two on end from there. */
  stall?: readonly [ms: number, at: number, name?: EngineName, many?: number];
}

/** Parts whose engines fare as told; every call on an engine is noted by its name. */
function createParts({
  renderer = CARD,
  webgl = 1,
  simd = 1,
  wait = 0,
  stall: [stalled, at, slowed = 'webgl', many = 1] = [0, 0],
}: Case) {
  const notes: string[] = [];
  const fates = { webgl, simd };
  const prepared = { webgl: 0, simd: 0 };
  let timings = 0;
  const make = (name: EngineName) => async (): Promise<Engine> => {
    notes.push(`make ${name}`);
    const fate = fates[name];
    if (fate === 'failed') throw new Error(`no ${name} here`);
    if (fate === 'unsupported' || fate === 'refused' || fate === 'missing') {
      throw new EngineUnavailable(fate, `no ${name} here`);
    }
    const dispose = (): void => {
      notes.push(`dispose ${name}`);
      if (fate === 'lost') throw new Error('nothing is left to dispose of');
    };
    return { ...createFakeEngine(), name, dispose };
  };
  const parts: EngineParts = {
    renderer,
    isSoftware: (name) => name === SOFT,
    make: { webgl: make('webgl'), simd: make('simd') },
    prepare({ name }) {
      notes.push(`prepare ${name}`);
      prepared[name] += 1;
      const fate = fates[name];
      if (fate === 'refuses' || (fate === 'refuses again' && prepared[name] > 1)) {
        throw new Error(`${name} cannot hold the model`);
      }
    },
    async time({ name }, steps) {
      notes.push(`time ${name}`);
      const fate = fates[name];
      if (fate === 'breaks' || fate === 'lost') throw new Error(`${name} broke`);
      const took = steps * (typeof fate === 'number' ? fate : 1);
      if (name === slowed) timings += 1;
      const stalls = name === slowed && timings >= at && timings < at + many;
      return took + (name === 'webgl' ? wait : 0) + (stalls ? stalled : 0);
    },
  };
  /** Engines that were made and not disposed of. */
  const alive = (): string[] =>
    ['webgl', 'simd'].filter((name) => {
      const made = notes.includes(`make ${name}`) && !CAUSES.has(String(fates[name as EngineName]));
      return made && !notes.includes(`dispose ${name}`);
    });
  return { parts, notes, alive };
}

const CAUSES: ReadonlySet<string> = new Set(['unsupported', 'refused', 'missing', 'failed']);

const because = (engine: EngineName, cause: EngineFailure['cause'], message = `no ${engine} here`): EngineFailure => ({
  engine,
  cause,
  message,
});
const noWebgl = because('webgl', 'unsupported', 'This browser has no WebGL 2 in workers');

describe('chooseEngine', () => {
  const causes = ['unsupported', 'refused', 'missing', 'failed'] as const;
  type Row = [string, EngineName | 'auto', Case, EngineName, EngineReason['code'], EngineFailure | null];
  it.each<Row>([
    // Both can be had.
    ['a GPU that is as fast', 'auto', {}, 'webgl', 'gpu', null],
    ['a GPU that is somewhat slower', 'auto', { webgl: 2.9, simd: 1 }, 'webgl', 'gpu', null],
    ['a GPU that is far slower', 'auto', { webgl: 3.1, simd: 1 }, 'simd', 'faster', null],
    // As on an NVIDIA H200 with the page's own model.
    ['a GPU that is as fast and answers late', 'auto', { webgl: 0.15, simd: 0.15, wait: 6 }, 'webgl', 'gpu', null],
    ...[1, 2, 3, 4, 5].map((at): Row => {
      const stall = [30, at] as const;
      return [`a GPU that stalls in timing ${at}`, 'auto', { webgl: 0.15, simd: 0.15, stall }, 'webgl', 'gpu', null];
    }),
    ...[1, 2, 3, 4, 5, 6, 7, 8].flatMap((at): Row[] =>
      [1, 2].flatMap((many): Row[] => [
        // As a collection of garbage, or a tab beside it, may do to either.
        [
          `a simd that is held up in ${many} timings from ${at} on`,
          'auto',
          { webgl: 0.45, simd: 0.2, stall: [30, at, 'simd', many] },
          'webgl',
          'gpu',
          null,
        ],
        [
          `a GPU that is held up in ${many} timings from ${at} on`,
          'auto',
          { webgl: 0.45, simd: 0.2, wait: 6, stall: [30, at, 'webgl', many] },
          'webgl',
          'gpu',
          null,
        ],
        [
          `a slow GPU that is held up in ${many} timings from ${at} on`,
          'auto',
          { webgl: 0.7, simd: 0.2, wait: 6, stall: [30, at, 'webgl', many] },
          'simd',
          'faster',
          null,
        ],
      ]),
    ),
    ['a GPU that is far slower and answers late', 'auto', { webgl: 0.5, simd: 0.15, wait: 6 }, 'simd', 'faster', null],
    ['engines that take no time that a clock can tell', 'auto', { webgl: 0, simd: 0 }, 'webgl', 'gpu', null],
    ['WebGL in software', 'auto', { renderer: SOFT }, 'simd', 'software', null],
    ['webgl as asked, however slow', 'webgl', { webgl: 99, simd: 1 }, 'webgl', 'asked', null],
    ['webgl as asked, in software', 'webgl', { renderer: SOFT }, 'webgl', 'asked', null],
    ['simd as asked', 'simd', {}, 'simd', 'asked', null],
    ['simd as asked, in software', 'simd', { renderer: SOFT }, 'simd', 'asked', null],
    ['simd as asked where there is no WebGL', 'simd', { renderer: null }, 'simd', 'asked', null],
    // One cannot.
    ['no WebGL', 'auto', { renderer: null }, 'simd', 'only', noWebgl],
    ['no WebGL, which was asked for', 'webgl', { renderer: null }, 'simd', 'only', noWebgl],
    ...causes.flatMap((cause): Row[] => [
      [`a webgl that is ${cause}`, 'auto', { webgl: cause }, 'simd', 'only', because('webgl', cause)],
      [`a webgl that is ${cause}, asked for`, 'webgl', { webgl: cause }, 'simd', 'only', because('webgl', cause)],
      [`a simd that is ${cause}`, 'auto', { simd: cause }, 'webgl', 'only', because('simd', cause)],
      [`a simd that is ${cause}, asked for`, 'simd', { simd: cause }, 'webgl', 'only', because('simd', cause)],
      [
        `a simd that is ${cause}, and WebGL in software`,
        'auto',
        { renderer: SOFT, simd: cause },
        'webgl',
        'only',
        because('simd', cause),
      ],
      [
        `a simd that is ${cause}, asked for, and WebGL in software`,
        'simd',
        { renderer: SOFT, simd: cause },
        'webgl',
        'only',
        because('simd', cause),
      ],
    ]),
    // One does not take the model, or breaks in the trial.
    ...(['webgl', 'simd'] as const).flatMap((name): Row[] => {
      const other = name === 'webgl' ? 'simd' : 'webgl';
      const refuses = because(name, 'failed', `${name} cannot hold the model`);
      const broke = because(name, 'failed', `${name} broke`);
      return [
        [`a ${name} that cannot hold the model`, 'auto', { [name]: 'refuses' }, other, 'only', refuses],
        [`a ${name} that cannot hold the model, asked for`, name, { [name]: 'refuses' }, other, 'only', refuses],
        [`a ${name} that breaks in the trial`, 'auto', { [name]: 'breaks' }, other, 'only', broke],
        [`a ${name} that is lost in the trial`, 'auto', { [name]: 'lost' }, other, 'only', broke],
      ];
    }),
    [
      'a GPU that does not take the model again after the trial',
      'auto',
      { webgl: 'refuses again' },
      'simd',
      'only',
      because('webgl', 'failed', 'webgl cannot hold the model'),
    ],
  ])('with %s', async (_, wanted, given, name, code, other) => {
    const { parts, notes, alive } = createParts(given);
    const { engine, reason } = await chooseEngine(wanted, parts);
    expect(engine.name).toBe(name);
    expect(reason).toEqual({ code, renderer: parts.renderer, other });
    // Prepared last of all, since a trial trains; and nothing else is left.
    expect(alive()).toEqual([name]);
    expect(notes.lastIndexOf(`prepare ${name}`)).toBeGreaterThan(notes.lastIndexOf(`time ${name}`));
  });

  it('times nothing that was asked for, nor where there is no choice', async () => {
    for (const [wanted, given] of [
      ['webgl', {}],
      ['simd', {}],
      ['auto', { renderer: SOFT }],
      ['auto', { renderer: null }],
    ] as const) {
      const { parts, notes } = createParts(given);
      await chooseEngine(wanted, parts);
      expect(notes.filter((note) => note.startsWith('time'))).toEqual([]);
      expect(notes.filter((note) => note.startsWith('make'))).toHaveLength(1);
    }
  });

  it.each<[string, EngineName | 'auto', Case, EngineFailure[]]>([
    ['no WebGL and no simd', 'auto', { renderer: null, simd: 'refused' }, [noWebgl, because('simd', 'refused')]],
    [
      'neither script',
      'auto',
      { webgl: 'missing', simd: 'missing' },
      [because('webgl', 'missing'), because('simd', 'missing')],
    ],
    [
      'neither, and simd asked for',
      'simd',
      { webgl: 'failed', simd: 'unsupported' },
      [because('simd', 'unsupported'), because('webgl', 'failed')],
    ],
    [
      'two that break in their trial',
      'auto',
      { webgl: 'lost', simd: 'breaks' },
      [because('webgl', 'failed', 'webgl broke'), because('simd', 'failed', 'simd broke')],
    ],
    [
      'two that take the model only once',
      'auto',
      { webgl: 'refuses again', simd: 'refuses again' },
      [
        because('webgl', 'failed', 'webgl cannot hold the model'),
        because('simd', 'failed', 'simd cannot hold the model'),
      ],
    ],
  ])('where neither can serve, says why of both: %s', async (_, wanted, given, engines) => {
    const { parts, alive } = createParts(given);
    const thrown: unknown = await chooseEngine(wanted, parts).catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(EngineError);
    expect((thrown as EngineError).engines).toEqual(engines);
    for (const { message } of engines) expect((thrown as EngineError).message).toContain(message);
    expect(alive()).toEqual([]);
  });

  it('tries anew when it is asked again', async () => {
    const { parts } = createParts({});
    let offline = true;
    const simd = async (): Promise<Engine> => {
      if (offline) throw new EngineUnavailable('missing', 'offline');
      return parts.make.simd();
    };
    const once = { ...parts, renderer: null, make: { ...parts.make, simd } };
    await expect(chooseEngine('auto', once)).rejects.toBeInstanceOf(EngineError);
    offline = false;
    expect((await chooseEngine('auto', once)).engine.name).toBe('simd');
  });
});

describe('timeSteps', () => {
  it('trains on batches of the data and waits for the last of them', async () => {
    const engine: FakeEngine = createFakeEngine();
    let now = 1000;
    vi.stubGlobal('performance', { now: () => now });
    const train: Engine['train'] = (...batch) => {
      now += 3;
      engine.train(...batch);
    };
    const losses = vi.fn(async () => {
      now += 10;
      return null;
    });
    const settings = { n: 5, latent: 3, batchSize: 64, hyper: { ...plainHyper, samples: 2 } };
    const time = await timeSteps({ ...engine, train, losses }, 7, settings);
    vi.unstubAllGlobals();
    expect(time).toBe(7 * 3 + 10);
    expect(engine.calls).toHaveLength(7);
    for (const { batch, noise } of engine.calls) {
      expect(batch).toHaveLength(5);
      expect(batch.every((index) => index >= 0 && index < 5)).toBe(true);
      expect(noise).toHaveLength(2 * 5 * 3);
    }
    expect(losses).toHaveBeenCalledTimes(1);
  });
});
