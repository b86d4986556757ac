/** The pictures of a sweep, as SVG and as PNG. */
import { drawSvg, pngOf, svgText } from '../../draw/still/files';
import { panelSvg } from '../../draw/still/panelSvg';
import { css } from '../../draw/theme';
import type { Figure } from '../../panels/context';
import { imageElement } from '../../panels/take/imageElement';
import { inkElement } from '../../panels/take/inks';
import { RATIO, sheetAt } from '../../panels/take/stills';
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
