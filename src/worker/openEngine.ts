import { type Chosen, chooseEngine, timeSteps } from '../model/choose';
import type { EngineName } from '../model/engine';
import { EngineUnavailable } from '../model/engineError';
import { loadKernel } from '../model/simd/module';
import { isSoftwareRenderer, rendererName } from '../platform/webgl';
import type { EngineOrder } from './keeper';

/**
 * Opens an engine on the hardware of this thread, fetching the code of no other than is tried.
 * @throws EngineError where none can serve
 */
export function openEngine(wanted: EngineName | 'auto', order: EngineOrder): Promise<Chosen> {
  const { architecture, n, live, prepare } = order;
  return chooseEngine(wanted, {
    renderer: rendererName(),
    isSoftware: isSoftwareRenderer,
    make: {
      async webgl() {
        const { createWebglEngine } = await script(import('../model/webgl/engine'));
        return createWebglEngine(architecture, { onLost: order.lost });
      },
      async simd() {
        // Both are fetched at once: one round trip less before the first frame.
        const [{ createSimdEngine }, kernel] = await Promise.all([
          script(import('../model/simd/engine')),
          loadKernel(),
        ]);
        return createSimdEngine(architecture, kernel);
      },
    },
    prepare,
    time: (engine, steps) =>
      timeSteps(engine, steps, { n, latent: architecture.latent, batchSize: live.batchSize, hyper: live.hyper }),
  });
}

/** An engine's code. Where it does not come, that is why the engine cannot serve. */
async function script<T>(module: Promise<T>): Promise<T> {
  try {
    return await module;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new EngineUnavailable('missing', `Its script cannot be loaded: ${message}`);
  }
}
