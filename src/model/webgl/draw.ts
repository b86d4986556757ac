import { linkProgram } from '../../platform/webgl';
import { fragmentShader, type Program } from './programs/program';

/** A linked program and where its uniforms are. */
interface Linked {
  readonly program: WebGLProgram;
  readonly uniforms: readonly (WebGLUniformLocation | null)[];
}

/** The rows of the targets that are drawn, in texels. */
export interface Extent {
  readonly top: number;
  readonly height: number;
  readonly width: number;
}

export interface Painter {
  /** Draws a program over rows of float RGBA textures of one size, one for each of its outputs, in their order. */
  draw(
    program: Program,
    targets: readonly WebGLTexture[],
    extent: Extent,
    inputs: readonly WebGLTexture[],
    uniforms: readonly number[],
  ): void;
  /** Deletes what was kept to draw into textures that are gone: on the GPU it would keep them. */
  forget(textures: readonly WebGLTexture[]): void;
}

/** One triangle that covers the target, from the vertices' numbers alone. */
const VERTEX_SHADER = `#version 300 es
void main() {
  vec2 corner = vec2((gl_VertexID << 1) & 2, gl_VertexID & 2);
  gl_Position = vec4(2.0 * corner - 1.0, 0.0, 1.0);
}
`;

/**
 * Draws programs with several outputs, which tfjs's own `compileAndRun` cannot. A program is linked once and known
 * again by its source.
 */
export function createPainter(gl: WebGL2RenderingContext): Painter {
  const bySource = new Map<string, Linked>();
  const links = new WeakMap<Program, Linked>();
  const framebuffers = new Map<WebGLTexture, { targets: readonly WebGLTexture[]; framebuffer: WebGLFramebuffer }>();

  const link = (program: Program, source: string): Linked => {
    const made = linkProgram(gl, VERTEX_SHADER, source);
    gl.useProgram(made);
    program.inputs.forEach((name, unit) => {
      gl.uniform1i(gl.getUniformLocation(made, name), unit);
    });
    return { program: made, uniforms: program.uniforms.map(({ name }) => gl.getUniformLocation(made, name)) };
  };
  const linked = (program: Program): Linked => {
    const known = links.get(program);
    if (known) return known;
    const source = fragmentShader(program);
    const made = bySource.get(source) ?? link(program, source);
    bySource.set(source, made);
    links.set(program, made);
    return made;
  };
  /** Binds a framebuffer of these targets, kept with the first: tfjs hands out the same few textures step after step. */
  const bind = (targets: readonly WebGLTexture[]): void => {
    const known = framebuffers.get(targets[0]!);
    const fits =
      known?.targets.length === targets.length && known.targets.every((texture, i) => texture === targets[i]);
    const framebuffer = known?.framebuffer ?? gl.createFramebuffer();
    gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer);
    if (fits) return;
    const most = Math.max(known?.targets.length ?? 0, targets.length);
    for (let i = 0; i < most; i++) {
      gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0 + i, gl.TEXTURE_2D, targets[i] ?? null, 0);
    }
    gl.drawBuffers(targets.map((_, i) => gl.COLOR_ATTACHMENT0 + i));
    framebuffers.set(targets[0]!, { targets: [...targets], framebuffer });
  };

  return {
    draw(program, targets, { top, height, width }, inputs, values) {
      const { program: made, uniforms } = linked(program);
      bind(targets);
      gl.viewport(0, top, width, height);
      // tfjs leaves the scissor test on, and a vertex array of its own bound.
      gl.scissor(0, top, width, height);
      gl.bindVertexArray(null);
      gl.useProgram(made);
      inputs.forEach((texture, unit) => {
        gl.activeTexture(gl.TEXTURE0 + unit);
        gl.bindTexture(gl.TEXTURE_2D, texture);
      });
      program.uniforms.forEach(({ type }, i) => {
        if (type === 'int') gl.uniform1i(uniforms[i]!, values[i]!);
        else gl.uniform1f(uniforms[i]!, values[i]!);
      });
      gl.drawArrays(gl.TRIANGLES, 0, 3);
    },
    forget(textures) {
      const gone = new Set(textures);
      for (const [first, { targets, framebuffer }] of framebuffers) {
        if (!targets.some((texture) => gone.has(texture))) continue;
        gl.deleteFramebuffer(framebuffer);
        framebuffers.delete(first);
      }
    },
  };
}
