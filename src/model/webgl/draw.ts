import { fragmentShader, type Program } from './programs/program';

/** A linked program and where its uniforms are. */
interface Linked {
  readonly program: WebGLProgram;
  readonly uniforms: readonly (WebGLUniformLocation | null)[];
}

/** Texels. */
interface Size {
  readonly height: number;
  readonly width: number;
}

export interface Painter {
  /** Draws a program over float RGBA textures of one size, one for each of its outputs, in their order. */
  draw(
    program: Program,
    targets: readonly WebGLTexture[],
    size: Size,
    inputs: readonly WebGLTexture[],
    uniforms: readonly number[],
  ): void;
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
  const framebuffers = new Map<number, WebGLFramebuffer>();

  const shader = (type: number, source: string): WebGLShader => {
    const made = gl.createShader(type)!;
    gl.shaderSource(made, source);
    gl.compileShader(made);
    return made;
  };
  const link = (program: Program, source: string): Linked => {
    const made = gl.createProgram();
    const parts = [shader(gl.VERTEX_SHADER, VERTEX_SHADER), shader(gl.FRAGMENT_SHADER, source)];
    for (const part of parts) gl.attachShader(made, part);
    gl.linkProgram(made);
    if (!gl.getProgramParameter(made, gl.LINK_STATUS) && !gl.isContextLost()) {
      throw new Error(`A WebGL program does not link: ${gl.getProgramInfoLog(made)} ${gl.getShaderInfoLog(parts[1]!)}`);
    }
    for (const part of parts) gl.deleteShader(part);
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
  const framebuffer = (outputs: number): WebGLFramebuffer => {
    const known = framebuffers.get(outputs);
    if (known) return known;
    const made = gl.createFramebuffer();
    framebuffers.set(outputs, made);
    gl.bindFramebuffer(gl.FRAMEBUFFER, made);
    gl.drawBuffers(Array.from({ length: outputs }, (_, i) => gl.COLOR_ATTACHMENT0 + i));
    return made;
  };

  return {
    draw(program, targets, { height, width }, inputs, values) {
      const { program: made, uniforms } = linked(program);
      gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer(targets.length));
      targets.forEach((texture, i) => {
        gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0 + i, gl.TEXTURE_2D, texture, 0);
      });
      gl.viewport(0, 0, width, height);
      // tfjs leaves the scissor test on, and a vertex array of its own bound.
      gl.scissor(0, 0, width, height);
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
  };
}
