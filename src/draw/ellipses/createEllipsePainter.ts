import { importer } from '../../platform/importer';
import { WasmError } from '../../platform/wasm';
import { isSoftwareRenderer, rendererName } from '../../platform/webgl';
import type { EllipsePainter } from './cloud';
import { fetchKernel } from './kernel';

export interface EllipsePainterOptions {
  /** `auto` takes WebGL2 where a GPU draws it, the CPU elsewhere. */
  readonly kind?: 'auto' | 'cpu' | 'webgl';
  /** Called when the canvas has been replaced by an empty one, as after the loss of a WebGL context: paint again. */
  readonly onReplaced?: () => void;
  /** Called when the canvas has gone and no other painter can take over. */
  readonly onFailed?: (error: PainterError) => void;
  /** Called with what drawing throws after `paint` has returned; reported as an uncaught error where it is left out. */
  readonly onBroken?: (error: unknown) => void;
}

/** Neither painter can work. */
export class PainterError extends Error {
  override readonly name = 'PainterError';
  /** @param reason `missing`: a part could not be fetched, and may come at another try; `unsupported`: by this browser */
  constructor(
    readonly reason: 'missing' | 'unsupported',
    message: string,
  ) {
    super(message);
  }
}

/** Whether this page has WebGL2 on a GPU. Asked once a page: each question opens a context. */
let hardware: boolean | null = null;
function hasHardware(): boolean {
  if (hardware === null) {
    const name = rendererName();
    hardware = name !== null && !isSoftwareRenderer(name);
  }
  return hardware;
}

const importCpu = importer(() => import('./cpuPainter'));
const importWebgl = importer(() => import('./webglPainter'));

/**
 * A painter whose canvas fills `host`, an element of its own. The canvas is the painter's: a lost WebGL context ends
 * with another canvas and the CPU.
 * @throws PainterError, as a rejection, where `kind` is 'webgl' and there is none, or neither painter can work
 */
export async function createEllipsePainter(
  host: HTMLElement,
  options: EllipsePainterOptions = {},
): Promise<EllipsePainter> {
  const { kind = 'auto', onReplaced, onBroken = reportError } = options;
  let disposed = false;
  /** null while a lost context is being replaced. */
  let painter: EllipsePainter | null = null;

  const addCanvas = (): HTMLCanvasElement => {
    const canvas = document.createElement('canvas');
    canvas.style.cssText = 'display:block;width:100%;height:100%';
    // What the picture says is said in words elsewhere.
    canvas.setAttribute('aria-hidden', 'true');
    host.append(canvas);
    return canvas;
  };

  const getCpu = () => Promise.all([importCpu(), fetchKernel()]);
  /** Asked for once something has been drawn, also where WebGL draws: a lost context should not wait for the network. */
  let spared = false;
  const spareCpu = (): void => {
    if (spared) return;
    spared = true;
    getCpu().catch(() => {});
  };

  const useCpu = async (): Promise<EllipsePainter> => {
    const [{ createCpuPainter }, compiled] = await getCpu();
    return createCpuPainter(addCanvas(), compiled, onBroken);
  };

  /** @returns null where it cannot work */
  const useWebgl = async (software: boolean): Promise<EllipsePainter | null> => {
    const { createWebglPainter } = await importWebgl();
    const canvas = addCanvas();
    let made: EllipsePainter | null = null;
    try {
      made = createWebglPainter(canvas, { software, onFailed: () => void replace() });
    } catch {
      // A driver that does not take the shaders: the CPU draws the same picture.
    }
    if (made === null) canvas.remove();
    return made;
  };

  const choose = async (): Promise<EllipsePainter> => {
    const errors: unknown[] = [];
    const attempt = (made: Promise<EllipsePainter | null>): Promise<EllipsePainter | null> =>
      made.catch((error: unknown) => {
        errors.push(error);
        return null;
      });
    const wantsWebgl = kind === 'webgl' || (kind === 'auto' && hasHardware());
    const made =
      (wantsWebgl ? await attempt(useWebgl(kind === 'webgl')) : null) ??
      (kind === 'webgl' ? null : await attempt(useCpu())) ??
      // Where WebAssembly is refused or lacks SIMD, WebGL on the CPU is slow, and better than nothing.
      (kind === 'auto' ? await attempt(useWebgl(true)) : null);
    if (made !== null) return made;
    const missing = errors.find((error) => !(error instanceof WasmError) || error.cause === 'missing');
    throw new PainterError(
      missing === undefined ? 'unsupported' : 'missing',
      ((missing ?? errors[0]) as Error | undefined)?.message ?? 'WebGL2 with float render targets is not available',
    );
  };

  /** After the loss of the context. */
  const replace = async (): Promise<void> => {
    painter?.dispose();
    painter?.canvas.remove();
    painter = null;
    try {
      const next = (await useCpu().catch(() => null)) ?? (await choose());
      if (disposed) {
        next.dispose();
        next.canvas.remove();
        return;
      }
      painter = next;
      onReplaced?.();
    } catch (error) {
      options.onFailed?.(error as PainterError);
    }
  };

  painter = await choose();
  let shown = painter;
  const current = (): EllipsePainter => {
    shown = painter ?? shown;
    return shown;
  };
  return {
    get kind() {
      return current().kind;
    },
    get canvas() {
      return current().canvas;
    },
    paint(cloud, view, style) {
      painter?.paint(cloud, view, style);
      spareCpu();
    },
    finish: () => painter?.finish(),
    dispose() {
      disposed = true;
      painter?.dispose();
      painter?.canvas.remove();
      painter = null;
    },
  };
}
