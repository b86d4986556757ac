import { createElement } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LatentPlane } from '../../src/panels/LatentPlane';
import { type Mounted, mountFigure } from './figure';

/** A busy machine is no failure. */
const until = <T>(see: () => T) => expect.poll(see, { timeout: 15_000 });

const WIDTH = 325;

let figure: Mounted;
beforeEach(async () => {
  figure = await mountFigure(createElement(LatentPlane), WIDTH);
  figure.lab.next();
  await until(() => ellipses()?.width).toBeGreaterThan(0);
});
afterEach(() => {
  vi.restoreAllMocks();
  figure.unmount();
});

const find = <T extends Element>(selector: string): T | null => figure.root.querySelector<T>(selector);
const ellipses = (): HTMLCanvasElement | null => find('.plane-canvas canvas');
const texts = (selector: string): (string | null)[] =>
  [...figure.root.querySelectorAll(selector)].map(({ textContent }) => textContent);

/** How opaque the picture of the ellipses is at a code, 0 … 1. */
function inkAt(x: number, y: number): number {
  const canvas = ellipses()!;
  const unit = canvas.width / 6.5;
  const column = Math.floor(canvas.width / 2 + unit * x);
  const row = Math.floor(canvas.height / 2 - unit * y);
  return canvas.getContext('2d')!.getImageData(column, row, 1, 1).data[3]! / 255;
}

/** Counts how often a canvas is painted from now on. */
function countPaintings(canvas: HTMLCanvasElement): () => number {
  const paint = vi.spyOn(CanvasRenderingContext2D.prototype, 'putImageData');
  const context = canvas.getContext('2d')!;
  return () => paint.mock.contexts.filter((painted) => painted === context).length;
}

describe('the layers of a plane', () => {
  it('are listed below it, each with a word on what it shows, and switched there', async () => {
    const button = [...figure.root.querySelectorAll('button')].find(({ textContent }) => textContent === 'Layers')!;
    expect(button.getAttribute('aria-expanded')).toBe('false');
    button.click();
    await until(() => texts('.layer')).toHaveLength(3);
    expect(button.getAttribute('aria-expanded')).toBe('true');
    expect(figure.root.querySelector(`#${button.getAttribute('aria-controls')} fieldset`)).not.toBeNull();
    for (const text of texts('.layer .fine')) expect(text!.length).toBeGreaterThan(20);
    const boxes = () => [...figure.root.querySelectorAll<HTMLInputElement>('.layer input')];
    const checked = () => boxes().flatMap(({ name, checked }) => (checked ? [name] : []));
    expect(checked()).toEqual(['ellipses', 'points', 'classes']);
    expect(texts('.class-name')).toEqual(['0', '1', '2', '3']);
    boxes()
      .find(({ name }) => name === 'classes')!
      .click();
    expect(figure.lab.layers.shown).toEqual(['ellipses', 'points']);
    await until(() => texts('.class-name')).toEqual([]);
    figure.lab.layers.show(['points', 'classes']);
    await until(checked).toEqual(['points', 'classes']);
    await until(() => texts('.class-name')).toHaveLength(4);
    button.click();
    await until(boxes).toEqual([]);
  });

  it('of centres and of ellipses are switched apart', async () => {
    // The centre of a posterior, and the end of its ellipse.
    const [centre, rim] = [
      [1, 0],
      [1.2, 0],
    ] as const;
    await until(() => inkAt(...rim)).toBeGreaterThan(0.2);
    expect(inkAt(...centre)).toBeGreaterThan(0.2);
    figure.lab.layers.set({ ellipses: false });
    await until(() => inkAt(...rim)).toBe(0);
    expect(inkAt(...centre)).toBeGreaterThan(0.2);
    const alone = inkAt(...centre);
    figure.lab.layers.set({ ellipses: true, points: false });
    await until(() => inkAt(...rim)).toBeGreaterThan(0.2);
    expect(inkAt(...centre)).toBeLessThan(alone);
    expect(texts('.legend .key')).toHaveLength(2);
    figure.lab.layers.set({ ellipses: false });
    await until(() => ellipses()!.checkVisibility()).toBe(false);
    const paintings = countPaintings(ellipses()!);
    figure.lab.next({ step: 101 });
    await until(() => find<SVGElement>('.plane-stage > svg')!.dataset.step).toBe('101');
    expect(paintings()).toBe(0);
    figure.lab.layers.set({ points: true });
    await until(() => ellipses()!.checkVisibility()).toBe(true);
  });

  it('are painted when what they show has changed: a pointer that moves leaves the ellipses as they are', async () => {
    const paintings = countPaintings(ellipses()!);
    const svg = find<SVGElement>('.plane-stage > svg')!;
    svg.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
    await until(() => find('.cross path')).not.toBeNull();
    figure.figure.pins.add(0.5, 0.5);
    await until(() => find('.pin')).not.toBeNull();
    expect(paintings()).toBe(0);
    figure.lab.next({ step: 101 });
    await until(paintings).toBe(1);
  });
});
