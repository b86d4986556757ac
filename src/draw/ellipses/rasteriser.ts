import type { EllipseCloud, EllipseColour, EllipseStyle, PlaneView } from './cloud';
import { DOT_SHADE, exposure } from './exposure';
import { createKernel } from './kernel';
import { type Layout, MOST_CLASSES, planLayout } from './layout';

/**
 * Ellipses to pixels on the CPU, without a canvas.
 *
 * Exact coverage is accumulated as optical density, a plane of integers a class, so that the order of the ellipses is
 * without effect; then one pass turns densities to colours. The picture is made in steps. All memory is the kernel's: it
 * grows with the largest picture and cloud so far, and paints of the same size allocate none.
 */
export interface Rasteriser {
  /** Copies the cloud and starts its picture; one in the making is dropped. */
  begin(cloud: EllipseCloud, view: PlaneView, style: EllipseStyle): void;
  /** Does a few ms of the work that `begin` left. Returns whether the picture is whole. */
  step(): boolean;
  /**
   * RGBA, not premultiplied, opaque where there is a paper: `height` rows of `pitch` ≥ width pixels. Another array after a
   * `begin` that needs room.
   */
  readonly pixels: Uint8ClampedArray<ArrayBuffer>;
  readonly pitch: number;
  /** The rows from … to−1 that may have changed since the last call. */
  takeChanged(): { readonly from: number; readonly to: number };
}

/** Units of one density, at most, and of one contour, of which the kernel adds no more than 2²². */
const FINEST = 1 << 19;
const STRONGEST = 1 << 21;

/** Ellipses a step. */
const STEP = 1000;

/** @throws WebAssembly.CompileError where there is no WebAssembly SIMD, or a content policy forbids it */
export function createRasteriser(compiled: WebAssembly.Module): Rasteriser {
  const kernel = createKernel(compiled);
  let layout: Layout | null = null;
  let pixels = new Uint8ClampedArray(0);
  let band = 0;
  let changedFrom = 0;
  let changedTo = 0;
  /** Pixels without ink as they are in memory. */
  let blank = 0;

  /** Memory for a picture and a cloud, as it is or placed anew and zeroed. */
  const provide = ({ width, height }: PlaneView, classes: number, count: number): Layout => {
    if (layout?.width === width && layout.height === height && layout.classes === classes && layout.capacity >= count)
      return layout;
    const plan = planLayout(width, height, classes, Math.max(count, layout?.capacity ?? 0), kernel.heapBase());
    const missing = plan.end - kernel.memory.buffer.byteLength;
    if (missing > 0) kernel.memory.grow(Math.ceil(missing / 65536));
    new Uint8Array(kernel.memory.buffer, kernel.heapBase()).fill(0);
    const { rows, planes, carries, masks, inked, heads, picture } = plan;
    kernel.setTarget(width, height, rows, classes, planes, carries, masks, inked, heads, picture);
    pixels = new Uint8ClampedArray(kernel.memory.buffer as ArrayBuffer, picture, height * plan.pitch * 4);
    blank = 0;
    changedFrom = 0;
    changedTo = height;
    return plan;
  };

  const copy = (at: number, values: Float32Array, length: number): void => {
    const from = values.length === length ? values : values.subarray(0, length);
    new Float32Array(kernel.memory.buffer, at, length).set(from);
  };

  return {
    begin(cloud, view, style) {
      const { count, classes, correlation = null } = cloud;
      const colours = classes === null ? 1 : Math.min(style.palette.length, MOST_CLASSES);
      layout = provide(view, colours, count);
      band = 0;
      // Hand over the cloud.
      copy(layout.mu, cloud.mu, 2 * count);
      copy(layout.axes, cloud.axes, 2 * count);
      if (correlation !== null) copy(layout.correlation, correlation, count);
      if (classes !== null) {
        new Uint8Array(kernel.memory.buffer, layout.labels, count).set(classes.subarray(0, count));
      }
      const correlations = correlation === null ? 0 : layout.correlation;
      const labels = classes === null ? 0 : layout.labels;
      kernel.setCloud(layout.mu, layout.axes, correlations, labels, colours, cloud.outline === 'rectangle');
      // The view.
      const scale = 1 / view.unitsPerPixel;
      kernel.setView(view.width / 2 - view.centreX * scale, view.height / 2 + view.centreY * scale, scale);
      // The ink, in as fine integer units as cannot overflow.
      const { fill, line, dot, bound } = exposure(cloud, view, style);
      const units = Math.min(2 ** 30 / bound, STRONGEST / Math.max(fill + 1.3 * line, dot, STRONGEST / FINEST));
      kernel.setInk(fill * units, line * units, dot * units, style.lineWidth, style.dotRadius);
      const { focus = null, palette } = style;
      kernel.setFocus(focus === null ? 0 : focus.kind === 'class' ? 1 : 2, focus?.index ?? 0, focus?.others ?? 1);
      const [red, green, blue] = style.ink;
      const paper = pixelOf(style.paper ?? null);
      kernel.setTone(layout.palette, 1 / units, red, green, blue, DOT_SHADE, paper);
      if (paper !== blank) {
        new Uint32Array(kernel.memory.buffer, layout.picture, view.height * layout.pitch).fill(paper);
        blank = paper;
        changedFrom = 0;
        changedTo = view.height;
      }
      const colour = new Float32Array(kernel.memory.buffer, layout.palette, 3 * colours);
      for (let c = 0; c < colours; c++) colour.set(palette[c]!, 3 * c);
      kernel.sort(count, layout.nexts);
    },
    step() {
      if (layout === null || band === layout.bands) return true;
      const done = kernel.paintBand(band, STEP);
      if (done === 0) return false;
      if (done === 2) {
        const top = band * layout.rows;
        if (changedFrom === changedTo) changedFrom = top;
        changedFrom = Math.min(changedFrom, top);
        changedTo = Math.max(changedTo, Math.min(top + layout.rows, layout.height));
      }
      band++;
      return band === layout.bands;
    },
    get pixels() {
      return pixels;
    },
    get pitch() {
      return layout?.pitch ?? 0;
    },
    takeChanged() {
      const taken = { from: changedFrom, to: changedTo };
      changedFrom = changedTo = 0;
      return taken;
    },
  };
}

/** An opaque pixel of a colour as a word (little-endian); 0 for none. */
const pixelOf = (colour: EllipseColour | null): number =>
  colour === null ? 0 : ((255 << 24) | (colour[2] << 16) | (colour[1] << 8) | colour[0]) >>> 0;
