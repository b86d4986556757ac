import { type Chosen, chooseEngine, timeSteps } from '../model/choose';
import type { EngineName } from '../model/engine';
import { isSoftwareRenderer, rendererName } from '../model/webgl/renderer';
import type { EngineOrder } from './session';

/** Opens an engine on the hardware of this thread, fetching the code of no other than is tried. */
export function openEngine(wanted: EngineName | 'auto', order: EngineOrder): Promise<Chosen> {
  const { architecture, n, live, prepare } = order;
  return chooseEngine(wanted, {
    renderer: rendererName(),
    isSoftware: isSoftwareRenderer,
    make: {
      async webgl() {
        const { createWebglEngine } = await import('../model/webgl/engine');
        return createWebglEngine(architecture, { onLost: order.lost });
      },
      async simd() {
        const { createSimdEngine } = await import('../model/simd/engine');
        return createSimdEngine(architecture);
      },
    },
    prepare,
    time: (engine, steps) =>
      timeSteps(engine, steps, { n, latent: architecture.latent, batchSize: live.batchSize, hyper: live.hyper }),
  });
}
