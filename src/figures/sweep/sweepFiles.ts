/** What can be taken along of a sweep: its pictures, as SVG and as PNG, and its numbers. */
import { drawSvg, pngOf, svgText } from '../../draw/still/files';
import { panelSvg } from '../../draw/still/panelSvg';
import { css } from '../../draw/theme';
import { type Column, writeCsv } from '../../formats/csv';
import type { Figure } from '../../panels/context';
import { imageElement } from '../../panels/take/imageElement';
import { inkElement } from '../../panels/take/inks';
import { RATIO, sheetAt } from '../../panels/take/stills';
import type { Sweep, SweepPoint } from '../../state/sweep';
import { smallInks } from './SmallPlane';

type Around = Pick<Figure, 'theme' | 'site'>;

/** @param element of the page, drawn as it stands there @param title what it shows */
export const pictureSvg = (element: Element, around: Around, title: string): string =>
  svgText(pictureOf(element, around, title));

/** @throws Error where the browser cannot draw it, or has no room for it */
export async function picturePng(element: Element, around: Around, title: string): Promise<Blob> {
  const svg = pictureOf(element, around, title);
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(RATIO * svg.viewBox.baseVal.width);
  canvas.height = Math.round(RATIO * svg.viewBox.baseVal.height);
  await drawSvg(svg, canvas);
  return pngOf(canvas);
}

const pictureOf = (element: Element, { theme, site }: Around, title: string): SVGSVGElement =>
  panelSvg(element, {
    paper: css(theme.paper),
    bleeds: false,
    title,
    address: site.link(),
    canvas(canvas, width, height) {
      const inkAt = smallInks.get(canvas.parentElement!);
      if (inkAt === undefined) return imageElement(sheetAt({ theme }, canvas, width, height), { width, height });
      const ink = inkAt(width);
      return ink === null ? null : inkElement(ink);
    },
  });

/** One row a model and step that it was measured at, in nats an image; where no images are held out those are empty. */
export function trailsCsv({ setting, models }: Pick<Sweep, 'setting' | 'models'>): string {
  const rows = models.flatMap(({ value, trail }) => trail.map((point) => ({ value, point })));
  const column = (name: string, of: (point: SweepPoint) => number | undefined): Column => ({
    name,
    values: rows.map(({ point }) => of(point) ?? Number.NaN),
  });
  return writeCsv([
    { name: setting, values: rows.map(({ value }) => value) },
    column('step', ({ step }) => step),
    column('reconstruction', ({ training }) => training.reconstruction),
    column('regulariser', ({ training }) => training.regulariser),
    column('held_out_reconstruction', ({ heldOut }) => heldOut?.reconstruction),
    column('held_out_regulariser', ({ heldOut }) => heldOut?.regulariser),
  ]);
}
