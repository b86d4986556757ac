import { rendererOf } from '../../platform/renderer';

/** A canvas for WebGL in a worker or on a page; null where neither kind exists. */
export function createCanvas(): OffscreenCanvas | HTMLCanvasElement | null {
  if (typeof OffscreenCanvas !== 'undefined') return new OffscreenCanvas(1, 1);
  return typeof document === 'undefined' ? null : document.createElement('canvas');
}

/** Gives a context back now: browsers keep few alive at a time, and collect them late. */
export function closeContext(gl: WebGL2RenderingContext): void {
  gl.getExtension('WEBGL_lose_context')?.loseContext();
}

/**
 * The renderer's name, or null where WebGL 2 is missing. Works in a worker. Opens a context for the question and closes
 * it again.
 */
export function rendererName(): string | null {
  const gl = createCanvas()?.getContext('webgl2') as WebGL2RenderingContext | null | undefined;
  if (!gl) return null;
  const name = rendererOf(gl);
  closeContext(gl);
  return name;
}
