import type { Outline } from '../../math/family';
import { closeContext, isSoftwareRenderer, linkProgram, rendererOf, uniformsOf } from '../../platform/webgl';
import type { EllipsePainter, EllipseStyle, PlaneView } from './cloud';
import { DOT_SHADE, type Exposure, exposure } from './exposure';
import { MOST_CLASSES } from './layout';
import { MARK_FRAGMENT, MARK_VERTEX, TONE_FRAGMENT, TONE_VERTEX } from './shaders';

export interface WebglOptions {
  /** Also where a program on the CPU plays the GPU (for tests). */
  readonly software?: boolean;
  /** Called when the painter can draw no more: the browser took the context away, or the planes are too large. */
  readonly onFailed?: () => void;
}

/**
 * The ellipses as instanced quads, added up in planes of floats (one a class and one for the dots, side by side in one
 * texture), then toned: the picture of the CPU painter.
 * @returns null without WebGL2, a GPU, or float planes that can be added to
 * @throws Error where the driver does not take the programs; the context is given back then
 */
export function createWebglPainter(canvas: HTMLCanvasElement, options: WebglOptions = {}): EllipsePainter | null {
  const gl = canvas.getContext('webgl2', { alpha: true, antialias: false, depth: false, premultipliedAlpha: true });
  if (gl === null || gl.isContextLost()) return null;
  const full = gl.getExtension('EXT_color_buffer_float') !== null;
  const format = full && gl.getExtension('EXT_float_blend') !== null ? gl.R32F : gl.R16F;
  const possible = full || gl.getExtension('EXT_color_buffer_half_float') !== null;
  if (!possible || !(options.software || !isSoftwareRenderer(rendererOf(gl)))) {
    closeContext(gl);
    return null;
  }

  const [marks, tone] = linkPrograms(gl);
  const mark = uniformsOf(gl, marks);
  const toned = uniformsOf(gl, tone);
  const attributes = gl.createVertexArray();
  const none = gl.createVertexArray();
  const [mus, axes, correlations, labels] = Array.from({ length: 4 }, () => gl.createBuffer()) as [
    WebGLBuffer,
    WebGLBuffer,
    WebGLBuffer,
    WebGLBuffer,
  ];
  const target = gl.createFramebuffer();
  const largest = gl.getParameter(gl.MAX_TEXTURE_SIZE) as number;
  let planes: WebGLTexture | null = null;
  let placed = { width: 0, height: 0 };
  const colours = new Float32Array(3 * MOST_CLASSES);
  let count = 0;
  let again: (() => void) | null = null;

  gl.bindVertexArray(attributes);
  for (let location = 0; location < 4; location++) gl.vertexAttribDivisor(location, 1);

  /** The atlas, kept while it has the right size. Returns whether there is one. */
  const provide = (width: number, height: number): boolean => {
    if (planes !== null && placed.width === width && placed.height === height) return true;
    gl.deleteTexture(planes);
    planes = null;
    if (width > largest || height > largest) return false;
    planes = gl.createTexture();
    placed = { width, height };
    gl.bindTexture(gl.TEXTURE_2D, planes);
    gl.texStorage2D(gl.TEXTURE_2D, 1, format, width, height);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
    gl.bindFramebuffer(gl.FRAMEBUFFER, target);
    gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, planes, 0);
    return gl.checkFramebufferStatus(gl.FRAMEBUFFER) === gl.FRAMEBUFFER_COMPLETE;
  };

  const upload = (
    location: number,
    buffer: WebGLBuffer,
    values: Float32Array | Uint8Array | null,
    width: number,
  ): void => {
    if (values === null) {
      gl.disableVertexAttribArray(location);
      gl.vertexAttrib1f(location, 0);
      return;
    }
    gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
    gl.bufferData(gl.ARRAY_BUFFER, values, gl.STREAM_DRAW, 0, width * count);
    gl.enableVertexAttribArray(location);
    gl.vertexAttribPointer(location, width, values instanceof Uint8Array ? gl.UNSIGNED_BYTE : gl.FLOAT, false, 0, 0);
  };

  /** Draws what is uploaded. */
  const render = (
    { fill, line, dot }: Exposure,
    view: PlaneView,
    style: EllipseStyle,
    classes: number,
    outline: Outline,
  ): void => {
    const { width, height } = view;
    const columns = Math.ceil(Math.sqrt(classes + 1));
    const rows = Math.ceil((classes + 1) / columns);
    if (!provide(columns * width, rows * height)) {
      options.onFailed?.();
      return;
    }
    const focus = style.focus ?? null;
    // Accumulate.
    gl.bindFramebuffer(gl.FRAMEBUFFER, target);
    gl.viewport(0, 0, columns * width, rows * height);
    gl.clear(gl.COLOR_BUFFER_BIT);
    gl.useProgram(marks);
    gl.uniform2f(mark.centre!, view.centreX, view.centreY);
    gl.uniform1f(mark.scale!, 1 / view.unitsPerPixel);
    gl.uniform2f(mark.size!, width, height);
    gl.uniform4f(mark.ink!, fill, line, dot, focus?.others ?? 1);
    gl.uniform1f(mark.halfWidth!, style.lineWidth / 2);
    gl.uniform1f(mark.dotRadius!, style.dotRadius);
    gl.uniform2i(mark.grid!, columns, rows);
    gl.uniform1i(mark.classes!, classes);
    gl.uniform1i(mark.focusKind!, focus === null ? 0 : focus.kind === 'class' ? 1 : 2);
    gl.uniform1i(mark.focusIndex!, focus?.index ?? 0);
    gl.uniform1i(mark.rectangles!, outline === 'rectangle' ? 1 : 0);
    gl.bindVertexArray(attributes);
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE);
    gl.uniform1i(mark.onlyDots!, 0);
    gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, count);
    gl.uniform1i(mark.onlyDots!, 1);
    if (dot > 0) gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, count);
    // Tone.
    gl.bindFramebuffer(gl.FRAMEBUFFER, null);
    gl.disable(gl.BLEND);
    gl.useProgram(tone);
    gl.viewport(0, 0, width, height);
    gl.bindTexture(gl.TEXTURE_2D, planes);
    gl.uniform1i(toned.planes!, 0);
    gl.uniform2i(toned.size!, width, height);
    gl.uniform1i(toned.columns!, columns);
    gl.uniform1i(toned.classes!, classes);
    for (let c = 0; c < classes; c++) for (let k = 0; k < 3; k++) colours[3 * c + k] = style.palette[c]![k]! / 255;
    gl.uniform3fv(toned.palette!, colours);
    gl.uniform3f(toned.ink!, style.ink[0] / 255, style.ink[1] / 255, style.ink[2] / 255);
    gl.uniform1f(toned.shade!, DOT_SHADE);
    gl.bindVertexArray(none);
    gl.drawArrays(gl.TRIANGLES, 0, 3);
  };

  const lost = (event: Event): void => {
    event.preventDefault();
    options.onFailed?.();
  };
  canvas.addEventListener('webglcontextlost', lost);

  return {
    kind: 'webgl',
    canvas,
    paint(cloud, view, style) {
      if (gl.isContextLost() || view.width < 1 || view.height < 1) return;
      if (canvas.width !== view.width) canvas.width = view.width;
      if (canvas.height !== view.height) canvas.height = view.height;
      count = cloud.count;
      gl.bindVertexArray(attributes);
      upload(0, mus, cloud.mu, 2);
      upload(1, axes, cloud.axes, 2);
      upload(2, correlations, cloud.correlation ?? null, 1);
      upload(3, labels, cloud.classes, 1);
      const classes = cloud.classes === null ? 1 : Math.min(style.palette.length, MOST_CLASSES);
      const densities = exposure(cloud, view, style);
      const { outline = 'ellipse' } = cloud;
      again = () => render(densities, view, style, classes, outline);
      again();
    },
    finish() {
      if (!gl.isContextLost()) again?.();
    },
    dispose() {
      canvas.removeEventListener('webglcontextlost', lost);
      closeContext(gl);
    },
  };
}

function linkPrograms(gl: WebGL2RenderingContext): [marks: WebGLProgram, tone: WebGLProgram] {
  try {
    return [linkProgram(gl, MARK_VERTEX, MARK_FRAGMENT), linkProgram(gl, TONE_VERTEX, TONE_FRAGMENT)];
  } catch (error) {
    closeContext(gl);
    throw error;
  }
}
