import type { PlaneView as DrawnView, EllipseCloud } from '../draw/ellipses/cloud';
import { outlineOf, outlineReach } from '../math/family';
import type { PlaneWindow } from '../math/window';
import type { Frame } from '../worker/frameProtocol';

/** Of arrays of numbers every so many, by how many. */
const chosen = new WeakMap<Uint8Array, Uint8Array[]>();

/**
 * The numbers, such as classes, of the images whose posteriors are shown; null while the frame is still of other images. The
 * same array for one frame after another: layers are painted anew when they get another.
 */
export function shownLabels(frame: Pick<Frame, 'stride' | 'plane'>, labels: Uint8Array | null): Uint8Array | null {
  if (labels === null) return null;
  const { stride } = frame;
  const choices = chosen.get(labels) ?? [];
  chosen.set(labels, choices);
  choices[stride] ??= stride === 1 ? labels : labels.filter((_, i) => i % stride === 0);
  const shown = choices[stride];
  return shown.length === frame.plane.mu.length / 2 ? shown : null;
}

/** The posteriors of a frame, as much of each as is in use. */
export function cloudOf(
  { plane: { family, mu, sigma, correlation }, noiseScale }: Pick<Frame, 'plane' | 'noiseScale'>,
  classes: Uint8Array | null,
): EllipseCloud {
  const reach = outlineReach(family, 1, noiseScale);
  const axes = reach === 1 ? sigma : sigma.map((value) => reach * value);
  return { count: mu.length / 2, outline: outlineOf(family), mu, axes, correlation, classes };
}

/** A window of the plane that fills a picture of so many pixels a side. */
export const drawnView = ({ x, y, half }: PlaneWindow, pixels: number): DrawnView => ({
  centreX: x,
  centreY: y,
  unitsPerPixel: (2 * half) / pixels,
  width: pixels,
  height: pixels,
});
