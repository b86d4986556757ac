/** Sessions on tfjs's cpu backend with small real images. */
import { binarised } from '../../src/data/binarised';
import { generateStrokes } from '../../src/data/sets/strokes';
import type { Engine, EngineReason } from '../../src/model/engine';
import type { View } from '../../src/worker/frameProtocol';
import type { Measures } from '../../src/worker/jobAnswers';
import type { EngineOrder } from '../../src/worker/keeper';
import type { LiveConfig, RunConfig, RunEvent, TimelineNews } from '../../src/worker/protocol';
import { Session } from '../../src/worker/session';
import './cpu';
import { plainHyper } from './models';
import { createTfjsEngine } from './tfjs/engine';

/** Images of `plainRun`. */
export const COUNT = 60;
/** Pixels a side of `plainRun`. */
export const SIDE = 6;

/** Strokes, lent to `plainRun`. */
export const plainImages = generateStrokes({ seed: 3, count: COUNT, size: SIDE });

/** The same, where every step draws its images. */
export const drawnImages = binarised(plainImages, 'resampled');

export const plainRun: RunConfig = {
  images: plainImages,
  holdout: 0,
  seed: 1,
  hidden: [7],
  activation: 'tanh',
  latent: 2,
  posterior: 'diagonal',
  init: 'glorot',
  engine: 'auto',
};

export const plainLive: LiveConfig = { hyper: plainHyper, batchSize: 16, speed: 0 };

export const noView: View = { axes: null, requests: {} };

/** Why the engines of these sessions serve. */
export const plainReason: EngineReason = { code: 'software', renderer: 'SwiftShader', other: null };

/** The numbers of the present moment. */
export const measured = (session: Session): Promise<Measures> => session.survey('measure', { kind: 'measure' });

/** One engine of a session, and whether it is gone. */
export interface Opened {
  readonly order: EngineOrder;
  disposed: boolean;
}

export interface TestSession {
  readonly session: Session;
  /** Every engine that was made, in order. */
  readonly engines: Opened[];
  /** What happened unasked. */
  readonly events: RunEvent[];
  /** What became of the timeline. */
  readonly told: TimelineNews[];
  /** Waits for what the session does between requests. */
  settle(): Promise<void>;
}

/** @param change wraps or replaces the `index`-th engine, from 0 on */
export function createSession(change: (engine: Engine, index: number) => Engine = (engine) => engine): TestSession {
  const engines: Opened[] = [];
  const events: RunEvent[] = [];
  const told: TimelineNews[] = [];
  let tasks: Promise<void> = Promise.resolve();
  const session = new Session({
    async openEngine(wanted, order) {
      // As where code is fetched first: others have their turn meanwhile.
      for (let i = 0; i < 3; i++) await new Promise((resolve) => setImmediate(resolve));
      const plain = createTfjsEngine(wanted === 'auto' ? 'simd' : wanted, order.architecture);
      const opened: Opened = { order, disposed: false };
      const dispose = (): void => {
        opened.disposed = true;
        plain.dispose();
      };
      const engine = change({ ...plain, dispose }, engines.length);
      engines.push(opened);
      order.prepare(engine);
      return { engine, reason: wanted === 'auto' ? plainReason : { ...plainReason, code: 'asked' } };
    },
    openLayers: () => Promise.reject(new Error('none is wanted')),
    later: (task) => {
      tasks = tasks.then(task);
    },
    emit: (event) => events.push(event),
    tell: (news) => told.push(news),
  });
  return { session, engines, events, told, settle: () => tasks };
}

/** A session that counts the images which its engines encode for surveys. */
export function createCounted(): TestSession & {
  /** How many it was since this was last asked. */
  count(): number;
} {
  const encoded: number[] = [];
  const made = createSession((engine) => ({
    ...engine,
    still() {
      const still = engine.still();
      return {
        ...still,
        encode(images) {
          encoded.push(images.length / (SIDE * SIDE));
          return still.encode(images);
        },
      };
    },
  }));
  return { ...made, count: () => encoded.splice(0).reduce((sum, images) => sum + images, 0) };
}
