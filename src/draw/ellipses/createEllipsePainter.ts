import type { EllipsePainter } from './cloud';
import { createCpuPainter } from './cpuPainter';
import { hasHardware } from './gpu';
import { fetchKernel } from './kernel';

export interface EllipsePainterOptions {
  /** `auto` takes WebGL2 where a GPU draws it, the CPU elsewhere. */
  readonly kind?: 'auto' | 'cpu' | 'webgl';
  /** Called when the canvas has been replaced by an empty one, as after the loss of a WebGL context: paint again. */
  readonly onReplaced?: () => void;
}

/**
 * A painter whose canvas fills `host`, an element of its own. The canvas is the painter's: a lost WebGL context ends
 * with another canvas and the CPU.
 * @throws Error, as a rejection, where `kind` is 'webgl' and there is none, or neither painter can work
 */
export async function createEllipsePainter(
  host: HTMLElement,
  options: EllipsePainterOptions = {},
): Promise<EllipsePainter> {
  const { kind = 'auto', onReplaced } = options;

  const addCanvas = (): HTMLCanvasElement => {
    const canvas = document.createElement('canvas');
    canvas.style.cssText = 'display:block;width:100%;height:100%';
    // What the picture says is said in words elsewhere.
    canvas.setAttribute('aria-hidden', 'true');
    host.append(canvas);
    return canvas;
  };

  // Kept at hand from the start: a lost context cannot wait for the network.
  const compiled = await fetchKernel().catch((error: Error) => error);

  const useCpu = (): EllipsePainter => {
    if (compiled instanceof Error) throw compiled;
    return createCpuPainter(addCanvas(), compiled);
  };

  const useWebgl = async (software: boolean): Promise<EllipsePainter | null> => {
    const { createWebglPainter } = await import('./webglPainter');
    const canvas = addCanvas();
    let painter: EllipsePainter | null = null;
    try {
      painter = createWebglPainter(canvas, { software, onFailed });
    } catch {
      // A driver that does not take the shaders: the CPU draws the same picture.
    }
    if (painter === null) canvas.remove();
    return painter;
  };

  const choose = async (): Promise<EllipsePainter> => {
    const wanted = kind === 'webgl' || (kind === 'auto' && hasHardware());
    const webgl = wanted ? await useWebgl(kind === 'webgl') : null;
    if (webgl !== null) return webgl;
    if (kind === 'webgl') throw new Error('WebGL2 with float render targets is not available');
    try {
      return useCpu();
    } catch (error) {
      // Without WebAssembly SIMD, WebGL on the CPU is better than nothing.
      const slow = kind === 'auto' ? await useWebgl(true) : null;
      if (slow === null) throw error;
      return slow;
    }
  };

  function onFailed(): void {
    painter.dispose();
    painter.canvas.remove();
    painter = useCpu();
    onReplaced?.();
  }

  let painter = await choose();
  return {
    get kind() {
      return painter.kind;
    },
    get canvas() {
      return painter.canvas;
    },
    paint: (cloud, view, style) => painter.paint(cloud, view, style),
    finish: () => painter.finish(),
    dispose() {
      painter.dispose();
      painter.canvas.remove();
    },
  };
}
