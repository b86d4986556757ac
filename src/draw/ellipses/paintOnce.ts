import type { EllipseCloud, EllipseStyle, PlaneView } from './cloud';
import { fetchKernel } from './kernel';
import { createRasteriser, type Rasteriser } from './rasteriser';

/** Paints clouds whole, each into a canvas that nobody sees. */
export interface CloudPress {
  /** The canvas is the press's own, until the next picture. */
  paint(cloud: EllipseCloud, view: PlaneView, style: EllipseStyle): HTMLCanvasElement;
}

/** @throws Error where the kernel cannot be fetched, or there is no WebAssembly SIMD */
export async function createCloudPress(): Promise<CloudPress> {
  const rasteriser: Rasteriser = createRasteriser(await fetchKernel());
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d')!;
  return {
    paint(cloud, view, style) {
      canvas.width = view.width;
      canvas.height = view.height;
      rasteriser.begin(cloud, view, style);
      while (!rasteriser.step()) {
        // Until it is whole.
      }
      const { pixels, pitch } = rasteriser;
      context.putImageData(new ImageData(pixels, pitch, view.height), 0, 0);
      return canvas;
    },
  };
}
