/** What the layers of a plane show on canvases, drawn again elsewhere: as vectors, and as pixels. */
import type { CloudPress } from '../../draw/ellipses/paintOnce';
import { ellipseGroup } from '../../draw/ellipses/vector';
import type { LayerInk } from '../plane/layer';
import { imageElement } from './imageElement';

/** As vectors, in a drawing of as many units a side as the ink was asked for in pixels; pixels stay pixels. */
export function inkElement(ink: LayerInk): SVGElement {
  if (ink.kind === 'cloud') return ellipseGroup(ink.cloud, ink.view, ink.style);
  const { canvas, left, top, side } = ink;
  return imageElement(canvas, { x: left, y: top, width: side, height: side });
}

/** Draws one over the other, from the back, at the pixels that they were asked for in. */
export function printInks(inks: readonly LayerInk[], press: CloudPress, context: CanvasRenderingContext2D): void {
  for (const ink of inks) {
    if (ink.kind === 'cloud') context.drawImage(press.paint(ink.cloud, ink.view, ink.style), 0, 0);
    else context.drawImage(ink.canvas, ink.left, ink.top, ink.side, ink.side);
  }
}
