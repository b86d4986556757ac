/** What draws for WebGL in this thread: a real GPU or a program that imitates one. */

const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i;

/** The name of the WebGL2 renderer in this thread, or null where there is no WebGL2. */
export function rendererName(): string | null {
  const gl = new OffscreenCanvas(1, 1).getContext('webgl2');
  if (gl === null) return null;
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  const name = String(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return name;
}

/** Whether a renderer of this name computes on the CPU. */
export function isSoftwareRenderer(name: string): boolean {
  return SOFTWARE.test(name);
}
