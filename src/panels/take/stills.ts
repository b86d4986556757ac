/** The panels of a figure as pictures: SVG, and PNG at two pixels for each of the page's. */
import { createCloudPress } from '../../draw/ellipses/paintOnce';
import { createSheetPainter } from '../../draw/sheet';
import { drawSvg, pngOf, svgText } from '../../draw/still/files';
import { type PanelSvgOptions, panelSvg } from '../../draw/still/panelSvg';
import { css } from '../../draw/theme';
import { keptOnceThere } from '../../platform/importer';
import type { PanelName } from '../../state/figureSpec';
import type { Figure } from '../context';
import { ZONE } from '../files/DropZone';
import { planePictures } from '../planePicture';
import { sheets } from '../useSheet';
import { imageElement } from './imageElement';
import { inkElement, printInks } from './inks';

/** Pixels of a PNG for one of the page's. */
export const RATIO = 2;

/** Where each panel's picture is in its figure. Of labs that are compared a panel may be there once for all: `common`. */
const PLACES: readonly {
  readonly name: PanelName;
  readonly selector: string;
  readonly common?: string;
  readonly bleeds: boolean;
}[] = [
  { name: 'plane', selector: '.plane-stage', bleeds: true },
  { name: 'sample', selector: '.sample', bleeds: false },
  { name: 'grid', selector: '.grid canvas', bleeds: true },
  { name: 'strip', selector: '.strip', bleeds: false },
  { name: 'pins', selector: '.pin-list', bleeds: false },
  { name: 'path', selector: '.pin-path', bleeds: false },
  { name: 'region', selector: '.region-grid canvas', bleeds: true },
  { name: 'prior', selector: '.prior-tiles', bleeds: false },
  { name: 'loss', selector: '.loss figure', bleeds: false },
  { name: 'numbers', selector: '.numbers table', common: '.compare-common .numbers table', bleeds: false },
];

/** A panel of which there is a picture now. */
export interface Still {
  readonly name: PanelName;
  readonly element: Element;
  readonly bleeds: boolean;
}

/** The panels that a figure shows. @param inside any element of the figure */
export function stillsOf(inside: Element): Still[] {
  const figure = inside.closest(`[${ZONE}]`);
  const all = figure?.closest('.figure');
  return PLACES.flatMap(({ name, selector, common, bleeds }) => {
    const element =
      figure?.querySelector(selector) ?? (common === undefined ? null : all?.querySelector(common)) ?? null;
    return element === null ? [] : [{ name, element, bleeds }];
  });
}

export function stillSvg(figure: Figure, still: Still, title: string): string {
  return svgText(
    panelSvg(still.element, {
      ...optionsOf(figure, still, title),
      canvas: (canvas, width, height) => vector(figure, still, canvas, width, height),
    }),
  );
}

/** @throws Error where the browser cannot draw it, or has no room for it */
export async function stillPng(figure: Figure, still: Still, title: string): Promise<Blob> {
  const { element, name } = still;
  if (element instanceof HTMLCanvasElement)
    return pngOf(sheetAt(figure, element, element.clientWidth, element.clientHeight));
  const press = name === 'plane' ? await fetchPress().catch(() => null) : null;
  const options = optionsOf(figure, still, title);
  // What is on canvases is painted anew at the pixels of the file; where that cannot be, its vectors are drawn.
  const svg = panelSvg(element, {
    ...options,
    ...(press !== null && { paper: 'none' }),
    canvas: (canvas, width, height) => (press === null ? vector(figure, still, canvas, width, height) : null),
  });
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(RATIO * svg.viewBox.baseVal.width);
  canvas.height = Math.round(RATIO * svg.viewBox.baseVal.height);
  if (press !== null) {
    const context = canvas.getContext('2d')!;
    context.fillStyle = options.paper;
    context.fillRect(0, 0, canvas.width, canvas.height);
    printInks(planePictures.get(element)?.inks(canvas.width) ?? [], press, context);
  }
  await drawSvg(svg, canvas);
  return pngOf(canvas);
}

const fetchPress = keptOnceThere(createCloudPress);

function optionsOf({ theme, site }: Figure, { bleeds }: Still, title: string): Omit<PanelSvgOptions, 'canvas'> {
  return { paper: css(theme.paper), bleeds, title, address: site.link() };
}

/** What stands for a canvas in an SVG: the vectors of a layer of the plane, and images as a PNG of its own. */
function vector(
  figure: Figure,
  { name, element }: Still,
  canvas: HTMLCanvasElement,
  width: number,
  height: number,
): SVGElement | null {
  if (name === 'plane') {
    const ink = planePictures.get(element)?.inkOn(canvas, width) ?? null;
    return ink === null ? null : inkElement(ink);
  }
  return imageElement(sheetAt(figure, canvas, width, height), { width, height });
}

/** The images of a canvas of so many CSS pixels, drawn anew at the pixels of a PNG. */
export function sheetAt(
  { theme }: Pick<Figure, 'theme'>,
  canvas: HTMLCanvasElement,
  width: number,
  height: number,
): HTMLCanvasElement {
  const drawn = document.createElement('canvas');
  drawn.width = Math.round(RATIO * width);
  drawn.height = Math.round(RATIO * height);
  const sheet = sheets.get(canvas);
  if (sheet !== undefined) createSheetPainter(drawn).paint(sheet, theme, drawn.width, drawn.height);
  return drawn;
}
