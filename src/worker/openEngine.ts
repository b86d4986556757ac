import type { LayersPair } from '../formats/layersFiles';
import { type Chosen, chooseEngine, timeSteps } from '../model/choose';
import type { EngineName } from '../model/engine';
import { EngineUnavailable } from '../model/engineError';
import type { LayersEngine } from '../model/layers/engine';
import { createSimdEngine } from '../model/simd/engine';
import { importer } from '../platform/importer';
import { isSoftwareRenderer, rendererName } from '../platform/webgl';
import type { EngineOrder } from './keeper';

const layersScript = importer(() => import('../model/layers/engine'));
const webglScript = importer(() => import('../model/webgl/engine'));

/**
 * Opens an engine on the hardware of this thread, fetching tfjs only where WebGL is tried.
 * @throws EngineError where none can serve
 */
export function openEngine(wanted: EngineName | 'auto', order: EngineOrder): Promise<Chosen> {
  const { architecture, n, live, prepare } = order;
  return chooseEngine(wanted, {
    renderer: rendererName(),
    isSoftware: isSoftwareRenderer,
    make: {
      async webgl() {
        const { createWebglEngine } = await webglScript().catch((error: unknown) => {
          const message = error instanceof Error ? error.message : String(error);
          throw new EngineUnavailable('missing', `Its script cannot be loaded: ${message}`);
        });
        return createWebglEngine(architecture, { onLost: order.lost });
      },
      // Smaller than a round trip is long, and needed nearly everywhere: it is not fetched by itself.
      simd: () => createSimdEngine(architecture),
    },
    prepare,
    time: (engine, steps) =>
      timeSteps(engine, steps, { n, latent: architecture.latent, batchSize: live.batchSize, hyper: live.hyper }),
  });
}

/** Opens a pair that the reader has brought, fetching tfjs-layers for it. @throws WeightsError for one that is none */
export async function openLayers(pair: LayersPair): Promise<LayersEngine> {
  const { createLayersEngine } = await layersScript();
  return createLayersEngine(pair);
}
