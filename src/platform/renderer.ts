/** What draws WebGL on this machine: a graphics processor, or software on the CPU. */

/** The renderer's name as its driver states it, e.g. "ANGLE (Intel, Mesa …)". */
export function rendererOf(gl: WebGL2RenderingContext): string {
  // Firefox has deprecated the extension and gives the unmasked name as RENDERER.
  const unmasked = gl.getExtension('WEBGL_debug_renderer_info')?.UNMASKED_RENDERER_WEBGL;
  return String(gl.getParameter(unmasked ?? gl.RENDERER));
}

/** Whether a renderer of this name computes on the CPU: there, code for the CPU is faster than the imitation of a GPU. */
export function isSoftwareRenderer(name: string): boolean {
  return /swiftshader|llvmpipe|softpipe|software|basic render/i.test(name);
}
