import { createRandom } from '../math/random';
import type { Engine, EngineFailure, EngineName, EngineReason, Hyper } from './engine';
import { EngineError, EngineUnavailable, failureOf } from './engineError';

/** Steps of a trial that compile and warm up, before any are timed. */
const WARM_UP = 4;

/** Ms that the timed steps take at least, and steps at most: some ms pass until a GPU answers, however few they are. */
const LONG_ENOUGH = 8;
const MOST = 1024;

/** How often the same steps are timed. */
const TRIES = 3;

/** A choice that is this many times slower than the other gives way. */
const BY_FAR = 3;

/** What a choice of engine needs of its surroundings; passed in, so that it can be tested without a GPU. */
export interface EngineParts {
  /** The WebGL renderer's name, or null where this thread has no WebGL 2. */
  readonly renderer: string | null;
  isSoftware(renderer: string): boolean;
  /** Makes an engine, without data or parameters; rejects with EngineUnavailable or WasmError where the cause is known. */
  readonly make: Readonly<Record<EngineName, () => Promise<Engine>>>;
  /** Gives an engine its data and parameters. */
  prepare(engine: Engine): void;
  /** Milliseconds of a number of steps on a prepared engine, to their very end. */
  time(engine: Engine, steps: number): Promise<number>;
}

export interface Chosen {
  /** Prepared: it has its data and parameters. */
  readonly engine: Engine;
  readonly reason: EngineReason;
}

/**
 * The engine that serves: what the reader asked for; else WebGL on a real GPU and simd elsewhere. On a real GPU both
 * are timed on the model itself, since a model that is small enough is done sooner than it is dispatched. An engine
 * that cannot serve, or breaks in its trial, gives way to the other, however slow.
 * @throws EngineError where neither can serve
 */
export async function chooseEngine(wanted: EngineName | 'auto', parts: EngineParts): Promise<Chosen> {
  const { renderer } = parts;
  const failures: EngineFailure[] = [];
  const reasoned = (engine: Engine, code: EngineReason['code']): Chosen => {
    const other = failures.find((failure) => failure.engine !== engine.name) ?? null;
    return { engine, reason: { code: other === null ? code : 'only', renderer, other } };
  };
  const drop = (engine: Engine, thrown: unknown): void => {
    failures.push(failureOf(engine.name, thrown));
    disposeOf(engine);
  };
  const open = async (name: EngineName): Promise<Engine | null> => {
    try {
      if (name === 'webgl' && renderer === null) {
        throw new EngineUnavailable('unsupported', 'This browser has no WebGL 2 in workers');
      }
      const engine = await parts.make[name]();
      return prepared(engine) ? engine : null;
    } catch (error) {
      failures.push(failureOf(name, error));
      return null;
    }
  };
  const prepared = (engine: Engine): boolean => {
    try {
      parts.prepare(engine);
      return true;
    } catch (error) {
      drop(engine, error);
      return false;
    }
  };

  const inSoftware = renderer !== null && parts.isSoftware(renderer);
  const first = wanted !== 'auto' ? wanted : inSoftware ? 'simd' : 'webgl';
  const engine = await open(first);
  if (engine !== null && wanted !== 'auto') return reasoned(engine, 'asked');
  if (engine !== null && inSoftware) return reasoned(engine, 'software');
  const other = await open(first === 'simd' ? 'webgl' : 'simd');
  if (engine === null || other === null) {
    const only = engine ?? other;
    if (only === null) throw new EngineError(failures);
    return reasoned(only, 'only');
  }

  // Both can be had, and the first is WebGL on a GPU.
  const times: { readonly engine: Engine; readonly step: number }[] = [];
  for (const each of [engine, other]) {
    try {
      times.push({ engine: each, step: await trial(each, parts) });
    } catch (error) {
      drop(each, error);
    }
  }
  const gives = times.length === 2 && times[0]!.step > BY_FAR * times[1]!.step;
  if (gives) times.reverse();
  for (const [i, { engine: best }] of times.entries()) {
    // The trial has trained it.
    if (!prepared(best)) continue;
    for (const { engine: rest } of times.slice(i + 1)) disposeOf(rest);
    return reasoned(best, gives ? 'faster' : 'gpu');
  }
  throw new EngineError(failures);
}

/** An engine that is broken may break in its disposal, too; its place is taken all the same. */
function disposeOf(engine: Engine): void {
  try {
    engine.dispose();
  } catch {
    // What broke it has been told.
  }
}

/**
 * Milliseconds of one step among many, as in training: without the wait at the end, which is that of a single step. On a
 * fast GPU a dozen small steps are done long before the answer is there.
 */
async function trial(engine: Engine, parts: EngineParts): Promise<number> {
  await parts.time(engine, WARM_UP);
  const one = await least(TRIES, () => parts.time(engine, 1));
  for (let more = 2; ; more *= 8) {
    const timed = async (): Promise<number> => (await parts.time(engine, 1 + more)) - one;
    let time = await timed();
    // What a stall has made long is not long enough.
    if (time >= LONG_ENOUGH) time = Math.min(time, await least(TRIES - 1, timed));
    if (time >= LONG_ENOUGH || more >= MOST) return time / more;
  }
}

/** The least of several timings: drivers, collections of garbage and other tabs make steps slower now and then, never faster. */
async function least(tries: number, time: () => Promise<number>): Promise<number> {
  let best = await time();
  for (let i = 1; i < tries; i++) best = Math.min(best, await time());
  return best;
}

/**
 * Times steps on batches of the data, with a readback at the end so that a GPU has done them.
 * @param n images that are resident
 */
export async function timeSteps(
  engine: Engine,
  steps: number,
  { n, latent, batchSize, hyper }: { n: number; latent: number; batchSize: number; hyper: Hyper },
): Promise<number> {
  const random = createRandom(0);
  const size = Math.min(n, batchSize);
  const batch = Uint32Array.from({ length: size }, () => random.below(n));
  const noise = Float32Array.from({ length: hyper.samples * size * latent }, () => random.normal());
  const start = performance.now();
  for (let i = 0; i < steps; i++) engine.train(batch, noise, hyper);
  await engine.losses();
  return performance.now() - start;
}
