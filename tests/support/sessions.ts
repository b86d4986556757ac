/** Sessions on tfjs's cpu backend with small real images. */
import type { Engine } from '../../src/model/engine';
import type { Architecture } from '../../src/model/layout';
import { createTfjsEngine } from '../../src/model/tfjs/engine';
import type { LiveConfig, RunConfig, View } from '../../src/worker/protocol';
import { Session, type Surroundings } from '../../src/worker/session';
import './cpu';
import { plainHyper } from './models';

/** Images of `plainRun`. */
export const COUNT = 60;
/** Pixels a side of `plainRun`. */
export const SIDE = 6;

export const plainRun: RunConfig = {
  baseUrl: 'https://example.org/',
  data: { kind: 'strokes', seed: 3, count: COUNT },
  size: SIDE,
  seed: 1,
  hidden: [7],
  activation: 'tanh',
  latent: 2,
  init: 'glorot',
  engine: 'auto',
};

export const plainLive: LiveConfig = { hyper: plainHyper, batchSize: 16, speed: 0 };

export const noView: View = {
  points: { grid: new Float32Array(0), pins: new Float32Array(0), lens: new Float32Array(0) },
  probes: { strip: new Uint32Array(0), hover: new Uint32Array(0) },
};

/** @param change wraps or replaces the engine of a run */
export function createSession(change: (engine: Engine, architecture: Architecture) => Engine = (engine) => engine): {
  session: Session;
  /** Every engine that was made, in order, and whether it is gone. */
  engines: { disposed: boolean }[];
} {
  const engines: { disposed: boolean }[] = [];
  const surroundings: Surroundings = {
    fetchBytes: async (url) => {
      throw new Error(`${url} is out of reach of a unit test`);
    },
    async openEngine(wanted, architecture) {
      const engine = createTfjsEngine(wanted === 'auto' ? 'wasm' : wanted, architecture);
      const note = { disposed: false };
      engines.push(note);
      const dispose = (): void => {
        note.disposed = true;
        engine.dispose();
      };
      return {
        engine: change({ ...engine, dispose }, architecture),
        reason: { code: 'no-webgl', renderer: null },
      };
    },
  };
  return { session: new Session(surroundings), engines };
}
