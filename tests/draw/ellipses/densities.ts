import type { EllipseCloud, PlaneView } from '../../../src/draw/ellipses/cloud';
import { createKernel } from '../../../src/draw/ellipses/kernel';
import { planLayout } from '../../../src/draw/ellipses/layout';
import type { Outline } from '../../../src/math/family';
import { compiledKernel } from './compiled';

/** Densities of one ellipse, without regard to layers, and sizes in pixels. */
export interface Ink {
  readonly fill?: number;
  readonly line?: number;
  readonly dot?: number;
  readonly lineWidth?: number;
  readonly dotRadius?: number;
}

/** Integer units of one density. */
const UNITS = 1 << 18;

/** Columns of margin left of the picture. */
const MARGIN = 4;

/** What the kernel accumulates: width × height densities of the classes (all together) and of the dots. */
export function densities(
  cloud: EllipseCloud,
  { width, height, unitsPerPixel, centreX, centreY }: PlaneView,
  { fill = 0, line = 0, dot = 0, lineWidth = 0, dotRadius = 0.01 }: Ink,
): { ink: Float64Array; dots: Float64Array } {
  const kernel = createKernel(compiledKernel);
  const layout = planLayout(width, height, 1, cloud.count, kernel.heapBase());
  kernel.memory.grow(Math.ceil(layout.end / 65536));
  const { rows, bands, pitch, planes } = layout;
  const { buffer } = kernel.memory;
  kernel.setTarget(
    width,
    height,
    rows,
    1,
    planes,
    layout.carries,
    layout.masks,
    layout.inked,
    layout.heads,
    layout.picture,
  );
  kernel.setView(width / 2 - centreX / unitsPerPixel, height / 2 + centreY / unitsPerPixel, 1 / unitsPerPixel);
  kernel.setInk(fill * UNITS, line * UNITS, dot * UNITS, lineWidth, dotRadius);
  kernel.setFocus(0, 0, 1);
  new Float32Array(buffer, layout.mu).set(cloud.mu);
  new Float32Array(buffer, layout.axes).set(cloud.axes);
  if (cloud.correlation) new Float32Array(buffer, layout.correlation).set(cloud.correlation);
  const correlations = cloud.correlation ? layout.correlation : 0;
  kernel.setCloud(layout.mu, layout.axes, correlations, 0, 1, cloud.outline === 'rectangle');
  kernel.sort(cloud.count, layout.nexts);
  const ink = new Float64Array(width * height);
  const dots = new Float64Array(width * height);
  for (let band = 0; band < bands; band++) {
    kernel.accumulate(band, cloud.count + 1);
    const columns = pitch + 2 * MARGIN;
    [ink, dots].forEach((sums, plane) => {
      const differences = new Int32Array(buffer, planes + plane * (rows + 3) * columns * 4, rows * columns);
      for (let row = 0; row < rows && band * rows + row < height; row++) {
        let sum = 0;
        for (let column = 0; column < width + MARGIN; column++) {
          sum += differences[row * columns + column]!;
          if (column >= MARGIN) sums[(band * rows + row) * width + column - MARGIN] = sum / UNITS;
        }
      }
    });
    kernel.paintBand(band, 1);
  }
  return { ink, dots };
}

export const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);

/** A view in which a latent unit is a pixel and the origin the picture's centre. */
export const pixels = (width: number, height: number): PlaneView => ({
  centreX: 0,
  centreY: 0,
  unitsPerPixel: 1,
  width,
  height,
});

export function single(
  x: number,
  y: number,
  a: number,
  b: number,
  correlation = 0,
  outline: Outline = 'ellipse',
): EllipseCloud {
  return {
    count: 1,
    outline,
    mu: Float32Array.of(x, y),
    axes: Float32Array.of(a, b),
    correlation: correlation === 0 ? null : Float32Array.of(correlation),
    classes: null,
  };
}
