/** What figures show while the page is printed: of those that sleep out of sight the canvases are empty. */
import { type CloudPress, createCloudPress } from '../../draw/ellipses/paintOnce';
import { createSheetPainter } from '../../draw/sheet';
import type { Theme } from '../../draw/theme';
import { planePictures } from '../planePicture';
import { sheets } from '../useSheet';
import { printInks } from './inks';

/** Pixels of what is drawn for one of the page's. */
const RATIO = 2;

/**
 * Has the canvases of the page full while it is printed: planes are drawn anew, whatever they are drawn by, and images where
 * they have given their bitmaps back. A plane that has no picture yet is marked `data-unseen`.
 * @param themeNow colours of the page
 * @returns what ends it
 */
export function fillForPrint(themeNow: () => Theme): () => void {
  let press: CloudPress | null = null;
  // Where the kernel does not come the planes have nothing to show on the screen either, and say so.
  createCloudPress().then(
    (made) => {
      press = made;
    },
    () => {},
  );
  let undo: (() => void)[] = [];
  const empty = (): void => {
    for (const each of undo) each();
    undo = [];
  };
  // Nothing can be waited for: the page is printed as it is when this returns.
  const fill = (): void => {
    empty();
    const canvases = [...document.querySelectorAll('canvas')];
    const stages = [...document.querySelectorAll<HTMLElement>('.plane-stage')];
    undo = [
      ...canvases.map((canvas) => fillSheet(canvas, themeNow())),
      ...stages.map((stage) => fillPlane(stage, press)),
    ];
  };
  addEventListener('beforeprint', fill);
  addEventListener('afterprint', empty);
  return () => {
    empty();
    removeEventListener('beforeprint', fill);
    removeEventListener('afterprint', empty);
  };
}

/** @returns what takes it away again */
function fillPlane(stage: HTMLElement, press: CloudPress | null): () => void {
  const side = Math.round(RATIO * stage.clientWidth);
  const inks = press === null || side === 0 ? [] : (planePictures.get(stage)?.inks(side) ?? []);
  if (press === null || inks.length === 0) {
    stage.dataset.unseen = '';
    return () => delete stage.dataset.unseen;
  }
  const canvas = document.createElement('canvas');
  canvas.width = side;
  canvas.height = side;
  canvas.className = 'plane-print';
  printInks(inks, press, canvas.getContext('2d')!);
  stage.querySelector('.plane-canvas')!.append(canvas);
  return () => canvas.remove();
}

/** @returns what gives its bitmap back, if it had none */
function fillSheet(canvas: HTMLCanvasElement, theme: Theme): () => void {
  const sheet = sheets.get(canvas);
  if (sheet === undefined || canvas.width > 0) return () => {};
  const painter = createSheetPainter(canvas);
  painter.paint(sheet, theme, Math.round(RATIO * canvas.clientWidth), Math.round(RATIO * canvas.clientHeight));
  return () => painter.clear();
}
