import { createRandom } from '../math/random';
import type { Engine, EngineName, EngineReason, Hyper } from './engine';

/** Steps of a trial: a few to compile and warm up, then those that count. */
const WARM_UP = 4;
const TIMED = 12;

/** A choice that is this many times slower than the other gives way. */
const BY_FAR = 3;

/** What a choice of engine needs of its surroundings; passed in, so that it can be tested without a GPU. */
export interface EngineParts {
  /** The WebGL renderer's name, or null where this thread has no WebGL 2. */
  readonly renderer: string | null;
  isSoftware(renderer: string): boolean;
  /** Makes an engine, without data or parameters; rejects where the hardware cannot. */
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
 * are timed on the model itself, since a model that is small enough is done sooner than it is dispatched.
 * @throws what the only possible engine threw
 */
export async function chooseEngine(wanted: EngineName | 'auto', parts: EngineParts): Promise<Chosen> {
  const { renderer } = parts;
  const open = async (name: EngineName): Promise<Engine> => {
    const engine = await parts.make[name]();
    try {
      parts.prepare(engine);
    } catch (error) {
      engine.dispose();
      throw error;
    }
    return engine;
  };
  const simd = async (code: EngineReason['code']): Promise<Chosen> => ({
    engine: await open('simd'),
    reason: { code, renderer },
  });
  if (renderer === null) return simd('no-webgl');
  if (wanted === 'simd') return simd('asked');
  if (wanted === 'auto' && parts.isSoftware(renderer)) return simd('software');

  // A GPU may still lack float targets, or have textures too small for this model.
  const webgl = await open('webgl').catch(() => null);
  if (webgl === null) return simd('no-webgl');
  if (wanted === 'webgl') return { engine: webgl, reason: { code: 'asked', renderer } };

  const other = await open('simd').catch(() => null);
  if (other === null) return { engine: webgl, reason: { code: 'gpu', renderer } };
  const [gpuTime, simdTime] = [await trial(webgl, parts), await trial(other, parts)];
  const gives = gpuTime > BY_FAR * simdTime;
  (gives ? webgl : other).dispose();
  const engine = gives ? other : webgl;
  // The trial has trained it.
  parts.prepare(engine);
  return { engine, reason: { code: gives ? 'faster' : 'gpu', renderer } };
}

async function trial(engine: Engine, parts: EngineParts): Promise<number> {
  await parts.time(engine, WARM_UP);
  return parts.time(engine, TIMED);
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
  const noise = Float32Array.from({ length: size * latent }, () => random.normal());
  const start = performance.now();
  for (let i = 0; i < steps; i++) engine.train(batch, noise, hyper);
  await engine.losses();
  return performance.now() - start;
}
