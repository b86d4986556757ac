/** WebGL on this machine: what draws it, and programs for it. */

/** Renderers that compute on the CPU: there kernels for the CPU are faster than its imitation of a GPU. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i;

/** Whether a renderer of this name computes on the CPU. */
export const isSoftwareRenderer = (name: string): boolean => SOFTWARE.test(name);

/** The renderer's name as its driver states it, e.g. "ANGLE (Intel, Mesa …)". */
export function rendererOf(gl: WebGL2RenderingContext): string {
  // Firefox has deprecated the extension and gives the unmasked name as RENDERER.
  const unmasked = gl.getExtension('WEBGL_debug_renderer_info')?.UNMASKED_RENDERER_WEBGL;
  return String(gl.getParameter(unmasked ?? gl.RENDERER));
}

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
 * The name of the renderer, or null where WebGL 2 is missing. Works in a worker. Opens a context for the question and
 * closes it again.
 */
export function rendererName(): string | null {
  const gl = createCanvas()?.getContext('webgl2') as WebGL2RenderingContext | null | undefined;
  if (!gl) return null;
  const name = rendererOf(gl);
  closeContext(gl);
  return name;
}

/**
 * Compiles and links a program. Errors are looked for once, after linking: to ask earlier makes the driver wait. On a
 * context that is lost the program is worthless, and no error: whoever draws with it is told.
 * @throws Error with the logs of compiler and linker
 */
export function linkProgram(gl: WebGL2RenderingContext, vertex: string, fragment: string): WebGLProgram {
  const program = gl.createProgram();
  const shaders = [
    [gl.VERTEX_SHADER, vertex],
    [gl.FRAGMENT_SHADER, fragment],
  ].map(([type, source]) => {
    const shader = gl.createShader(type as GLenum)!;
    gl.shaderSource(shader, source as string);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
    return shader;
  });
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS) && !gl.isContextLost()) {
    const logs = [gl.getProgramInfoLog(program), ...shaders.map((shader) => gl.getShaderInfoLog(shader))];
    throw new Error(`A WebGL program does not link: ${logs.filter(Boolean).join(' ')}`);
  }
  for (const shader of shaders) gl.deleteShader(shader);
  return program;
}

/** The locations of all uniforms of a program, by name; of an array under its own name. */
export function uniformsOf(gl: WebGL2RenderingContext, program: WebGLProgram): Record<string, WebGLUniformLocation> {
  const found: Record<string, WebGLUniformLocation> = {};
  const count = gl.getProgramParameter(program, gl.ACTIVE_UNIFORMS) as number;
  for (let i = 0; i < count; i++) {
    const name = gl.getActiveUniform(program, i)?.name;
    const location = name === undefined ? null : gl.getUniformLocation(program, name);
    if (name !== undefined && location !== null) found[name.replace('[0]', '')] = location;
  }
  return found;
}
