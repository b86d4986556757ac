/** What draws WebGL on this machine: a graphics processor, or software on the CPU. */

/** A canvas for WebGL in a worker or on a page; null where neither kind exists. */
export function createCanvas(): OffscreenCanvas | HTMLCanvasElement | null {
  if (typeof OffscreenCanvas !== 'undefined') return new OffscreenCanvas(1, 1);
  return typeof document === 'undefined' ? null : document.createElement('canvas');
}

/**
 * The renderer's name as its driver states it, e.g. "ANGLE (Intel, Mesa …)", or null where WebGL 2 is missing.
 * Works in a worker. Opens a context for the question and closes it again.
 */
export function rendererName(): string | null {
  const gl = createCanvas()?.getContext('webgl2') as WebGL2RenderingContext | null | undefined;
  if (!gl) return null;
  // Firefox has deprecated the extension and gives the unmasked name as RENDERER.
  const unmasked = gl.getExtension('WEBGL_debug_renderer_info')?.UNMASKED_RENDERER_WEBGL;
  const name: unknown = gl.getParameter(unmasked ?? gl.RENDERER);
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return typeof name === 'string' ? name : null;
}

/** Whether a renderer of this name computes on the CPU, where the other engine is faster. */
export function isSoftwareRenderer(name: string): boolean {
  return /swiftshader|llvmpipe|softpipe|software|basic render/i.test(name);
}
