/** The panels of a figure as pictures: SVG, and PNG at two pixels for each of the page's. */
import { type CloudPress, createCloudPress } from '../../draw/ellipses/paintOnce';
import { ellipseStyle } from '../../draw/ellipses/style';
import { ellipseGroup } from '../../draw/ellipses/vector';
import { createSheetPainter } from '../../draw/sheet';
import { drawSvg, pngOf, svgText } from '../../draw/still/files';
import { type PanelSvgOptions, panelSvg } from '../../draw/still/panelSvg';
import { css } from '../../draw/theme';
import { importer } from '../../platform/importer';
import type { PanelName } from '../../state/figureSpec';
import type { Figure } from '../context';
import { cloudOf, drawnView, shownLabels } from '../ellipseCloud';
import { ZONE } from '../files/zones';
import { sheets } from '../useSheet';

/** Pixels of a PNG for one of the page's. */
const RATIO = 2;

const SVG = 'http://www.w3.org/2000/svg';

/** Where each panel's picture is in its figure. */
const PLACES: readonly { readonly name: PanelName; readonly selector: string; readonly bleeds: boolean }[] = [
  { name: 'plane', selector: '.plane-stage', bleeds: true },
  { name: 'grid', selector: '.grid canvas', bleeds: true },
  { name: 'strip', selector: '.strip', bleeds: false },
  { name: 'pins', selector: '.pins-strip', bleeds: false },
  { name: 'loss', selector: '.loss figure', bleeds: false },
  { name: 'numbers', selector: '.numbers table', bleeds: false },
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
  return PLACES.flatMap(({ name, selector, bleeds }) => {
    const element = figure?.querySelector(selector) ?? null;
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
  const press = name === 'plane' ? await importPress().catch(() => null) : null;
  const options = optionsOf(figure, still, title);
  // Painted anew at its own pixels; where that cannot be, its vectors are drawn.
  const under = press === null ? null : platePainted(figure, press, element);
  const svg = panelSvg(element, {
    ...options,
    ...(under !== null && { paper: 'none' }),
    canvas: (canvas, width, height) => (under === null ? vector(figure, still, canvas, width, height) : null),
  });
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(RATIO * svg.viewBox.baseVal.width);
  canvas.height = Math.round(RATIO * svg.viewBox.baseVal.height);
  if (under !== null) {
    const context = canvas.getContext('2d')!;
    context.fillStyle = options.paper;
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(under, 0, 0);
  }
  await drawSvg(svg, canvas);
  return pngOf(canvas);
}

const importPress = importer(createCloudPress);

function optionsOf({ theme, site }: Figure, { bleeds }: Still, title: string): Omit<PanelSvgOptions, 'canvas'> {
  return { paper: css(theme.paper), bleeds, title, address: site.link() };
}

/** The ellipses of the plane at the pixels of a PNG. */
function platePainted({ lab, plane, theme }: Figure, press: CloudPress, stage: Element): HTMLCanvasElement | null {
  const { frame, dataset } = lab;
  if (frame === null) return null;
  const view = drawnView(plane.current, Math.round(RATIO * stage.getBoundingClientRect().width));
  return press.paint(cloudOf(frame, shownLabels(frame, dataset)), view, ellipseStyle(theme, RATIO));
}

/** What stands for a canvas in an SVG: the posteriors as ellipses, and images as a PNG of its own. */
function vector(
  figure: Figure,
  still: Still,
  canvas: HTMLCanvasElement,
  width: number,
  height: number,
): SVGElement | null {
  const { lab, plane, theme } = figure;
  if (still.name === 'plane') {
    const { frame, dataset } = lab;
    if (frame === null) return null;
    return ellipseGroup(
      cloudOf(frame, shownLabels(frame, dataset)),
      drawnView(plane.current, width),
      ellipseStyle(theme, 1),
    );
  }
  const image = document.createElementNS(SVG, 'image');
  image.setAttribute('href', sheetAt(figure, canvas, width, height).toDataURL('image/png'));
  image.setAttribute('width', String(width));
  image.setAttribute('height', String(height));
  return image;
}

/** The images of a canvas, drawn anew at the pixels of a PNG. */
function sheetAt({ theme }: Figure, canvas: HTMLCanvasElement, width: number, height: number): HTMLCanvasElement {
  const drawn = document.createElement('canvas');
  drawn.width = Math.round(RATIO * width);
  drawn.height = Math.round(RATIO * height);
  const sheet = sheets.get(canvas);
  if (sheet !== undefined) createSheetPainter(drawn).paint(sheet, theme, drawn.width, drawn.height);
  return drawn;
}
