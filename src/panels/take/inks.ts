/** What the layers of a plane show on canvases, drawn again elsewhere: as vectors, and as pixels. */
import type { CloudPress } from '../../draw/ellipses/paintOnce';
import { ellipseGroup } from '../../draw/ellipses/vector';
import type { LayerInk } from '../plane/layer';

/** As vectors, in a drawing of as many units a side as the ink was asked for in pixels. */
export const inkGroup = ({ cloud, view, style }: LayerInk): SVGElement => ellipseGroup(cloud, view, style);

/** Draws one over the other, from the back, at the pixels that they were asked for in. */
export function printInks(inks: readonly LayerInk[], press: CloudPress, context: CanvasRenderingContext2D): void {
  for (const { cloud, view, style } of inks) context.drawImage(press.paint(cloud, view, style), 0, 0);
}
