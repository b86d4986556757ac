import { createElement } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { themeOf } from '../../src/draw/theme';
import { LatentPlane } from '../../src/panels/LatentPlane';
import { LAYERS, USUAL_LAYERS } from '../../src/state/planeLayers';
import { normalField } from '../support/density';
import { type Mounted, mountFigure } from './figure';

const until = <T>(see: () => T) => expect.poll(see);

const WIDTH = 325;
/** CSS pixels of one latent unit in the window at rest. */
const UNIT = WIDTH / 6.5;

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
const ellipses = (): HTMLCanvasElement | null => find('.plane-canvas > div:nth-child(4) > canvas');
const density = (): HTMLCanvasElement | null => find('.plane-canvas > div:nth-child(2) > canvas');
const texts = (selector: string): (string | null)[] =>
  [...figure.root.querySelectorAll(selector)].map(({ textContent }) => textContent);

/** How far the picture of the ellipses is at a code on the way from the paper to the colour of the first class, 0 … 1. */
function inkAt(x: number, y: number): number {
  const canvas = ellipses()!;
  const unit = canvas.width / 6.5;
  const column = Math.floor(canvas.width / 2 + unit * x);
  const row = Math.floor(canvas.height / 2 - unit * y);
  const { data } = canvas.getContext('2d')!.getImageData(column, row, 1, 1);
  const { paper, classes } = themeOf(false);
  const way = classes[0]!.map((value, k) => value - paper[k]!);
  const along = way.reduce((sum, value, k) => sum + value * (data[k]! - paper[k]!), 0);
  return along / way.reduce((sum, value) => sum + value * value, 0);
}

/** Counts how often a canvas is painted from now on. */
function countPaintings(canvas: HTMLCanvasElement): () => number {
  const paint = vi.spyOn(CanvasRenderingContext2D.prototype, 'putImageData');
  const context = canvas.getContext('2d')!;
  return () => paint.mock.contexts.filter((painted) => painted === context).length;
}

/** Where an element lies in the plane, CSS pixels. */
function boxOf(selector: string) {
  const outer = find('.plane-stage')!.getBoundingClientRect();
  const { left, top, width, height } = find(selector)!.getBoundingClientRect();
  return { left: left - outer.left, top: top - outer.top, width, height };
}

/** Answers every survey with the prior's own density. */
function answerAtOnce() {
  const survey = vi.fn(
    async (_: string, { window, size }: { window: { x: number; y: number; half: number }; size: number }) =>
      normalField(window, size, {}, figure.lab.frame!.step),
  );
  figure.lab.survey = survey;
  return survey;
}

const zoomIn = (): boolean =>
  find('.plane-stage > svg')!.dispatchEvent(new KeyboardEvent('keydown', { key: '+', bubbles: true }));

describe('the layers of a plane', () => {
  it('are listed below it, each with a word on what it shows, and switched there', async () => {
    const button = [...figure.root.querySelectorAll('button')].find(({ textContent }) => textContent === 'Layers')!;
    expect(button.getAttribute('aria-expanded')).toBe('false');
    button.click();
    await until(() => texts('.layer')).toHaveLength(LAYERS.length);
    expect(button.getAttribute('aria-expanded')).toBe('true');
    expect(figure.root.querySelector(`#${button.getAttribute('aria-controls')} fieldset`)).not.toBeNull();
    for (const text of texts('.layer .fine')) expect(text!.length).toBeGreaterThan(20);
    const boxes = () => [...figure.root.querySelectorAll<HTMLInputElement>('.layer input')];
    const checked = () => boxes().flatMap(({ name, checked }) => (checked ? [name] : []));
    expect(checked()).toEqual(USUAL_LAYERS);
    expect(texts('.class-name')).toEqual(['0', '1', '2', '3']);
    boxes()
      .find(({ name }) => name === 'classes')!
      .click();
    expect(figure.lab.layers.shown).toEqual(USUAL_LAYERS.filter((name) => name !== 'classes'));
    await until(() => texts('.class-name')).toEqual([]);
    figure.lab.layers.show(['points', 'classes']);
    await until(checked).toEqual(['points', 'classes']);
    await until(() => texts('.class-name')).toHaveLength(4);
    button.click();
    await until(boxes).toEqual([]);
  });

  it('say which of them stay empty where there are no codes of images', async () => {
    const sentence = () => find('.layers-lacking')?.textContent ?? null;
    [...figure.root.querySelectorAll('button')].find(({ textContent }) => textContent === 'Layers')!.click();
    await until(() => texts('.layer')).toHaveLength(LAYERS.length);
    expect(sentence()).toBeNull();
    figure.lab.next({ mu: new Float32Array() });
    await until(sentence).toBe(
      'This model is a decoder alone: there are no codes of images, so that all layers but Stretch, Indicatrices, and Geodesic stay empty.',
    );
    figure.lab.next({ mu: Float32Array.of(1, 0, 0, 1, -1, 0, 0, -1) });
    await until(sentence).toBeNull();
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
    figure.figure.lab.pins.add(0.5, 0.5);
    await until(() => find('.pin')).not.toBeNull();
    expect(paintings()).toBe(0);
    figure.lab.next({ step: 101 });
    await until(paintings).toBe(1);
  });
});

describe('the density', () => {
  it('is asked for while it is on alone, and lies below the ellipses where its window is', async () => {
    const survey = answerAtOnce();
    figure.lab.next({ step: 101 });
    expect(survey).not.toHaveBeenCalled();
    figure.lab.layers.set({ density: true });
    await until(() => density()?.dataset.step).toBe('101');
    const { window, size } = survey.mock.calls[0]![1];
    const side = (2 * window.half * WIDTH) / 6.5;
    await until(() => boxOf('.plane-canvas > div > canvas').width).toBeCloseTo(side, 1);
    const box = boxOf('.plane-canvas > div > canvas');
    expect(box.left).toBeCloseTo((WIDTH - side) / 2, 1);
    expect(box.top).toBeCloseTo((WIDTH - side) / 2, 1);
    const canvas = density()!;
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, size, size);
    const alpha = (x: number, y: number): number => data[4 * (size * Math.floor(y * size) + Math.floor(x * size)) + 3]!;
    const { ink } = themeOf(false);
    expect(
      [...data.subarray(4 * (size * 80 + 80), 4 * (size * 80 + 80) + 3)].map((c, i) => Math.abs(c - ink[i]!)),
    ).toEqual([expect.closeTo(0, -1), expect.closeTo(0, -1), expect.closeTo(0, -1)]);
    // Denser towards the middle, the same in all directions.
    expect(alpha(0.5, 0.5)).toBeGreaterThan(alpha(0.65, 0.5));
    expect(alpha(0.65, 0.5)).toBeGreaterThan(alpha(0.9, 0.5));
    expect(Math.abs(alpha(0.65, 0.501) - alpha(0.501, 0.35))).toBeLessThan(4);
    figure.lab.layers.set({ density: false });
    await until(density).toBe(null);
    const asked = survey.mock.calls.length;
    figure.lab.next({ step: 102 });
    expect(survey).toHaveBeenCalledTimes(asked);
  });

  it('moves with the window at once, while another is on its way', async () => {
    answerAtOnce();
    figure.lab.layers.set({ density: true });
    await until(() => density()?.dataset.step).toBe('100');
    await until(() => boxOf('.plane-canvas > div > canvas').width).toBeGreaterThan(WIDTH);
    const before = boxOf('.plane-canvas > div > canvas').width;
    figure.lab.survey = () => new Promise(() => {});
    const image = density();
    const paintings = countPaintings(image!);
    zoomIn();
    expect(boxOf('.plane-canvas > div > canvas').width).toBeCloseTo(1.5 * before, 0);
    expect(density()).toBe(image);
    expect(paintings()).toBe(0);
  });
});

describe('the density and its contours', () => {
  it('say that they are of the full width, where the plane draws another share of it', async () => {
    answerAtOnce();
    figure.lab.layers.set({ density: true, contours: true });
    const keys = () => texts('.layer-keys .key');
    await until(keys).toEqual(['aggregated posterior', 'share of the density inside']);
    figure.lab.next({ step: 101, noiseScale: 0 });
    const drawn = 'at full width; the ellipses are drawn at σ = 0';
    await until(keys).toEqual([`aggregated posterior, ${drawn}`, `share of the density inside, ${drawn}`]);
    // The density of points is what they are.
    figure.lab.next({ step: 102, noiseScale: 0, family: 'point' });
    await until(keys).toEqual(['aggregated posterior', 'share of the density inside']);
  });
});

describe('the contours', () => {
  it('of the prior itself are its circles, and are named by what they hold', async () => {
    answerAtOnce();
    figure.lab.layers.set({ contours: true });
    await until(() => texts('.contour-name')).toEqual(['39 %', '86 %', '99 %']);
    [1, 2, 3].forEach((sigma) => {
      const box = boxOf(`.contour-${sigma}`);
      expect(Math.abs(box.width - 2 * sigma * UNIT)).toBeLessThan(4);
      expect(Math.abs(box.left + box.width / 2 - WIDTH / 2)).toBeLessThan(1);
      expect(Math.abs(box.top + box.height / 2 - WIDTH / 2)).toBeLessThan(1);
    });
    zoomIn();
    expect(Math.abs(boxOf('.contour-1').width - 3 * UNIT)).toBeLessThan(4);
    figure.lab.layers.set({ contours: false });
    await until(() => find('.contour')).toBe(null);
    expect(find('.contours')!.childElementCount).toBe(0);
  });
});

describe('held-out images', () => {
  it('have a square around each of their centres, where it is', async () => {
    const { lab } = figure;
    const path = (): string | null => find('.heldOut path')?.getAttribute('d') ?? null;
    expect(path()).toBeNull();
    lab.layers.set({ heldOut: true });
    // Nothing is held out yet.
    await until(path).toBe('');
    const { run } = lab.store.getState();
    lab.store.setState({ run: { ...run, heldOut: Uint32Array.of(0, 3) } });
    /** Centres of the squares in latent units: the plane is 6.5 wide. */
    const centres = (): number[][] =>
      [...(path() ?? '').matchAll(/M(\S+) (\S+)h7v7h-7z/g)].map(([, left, top]) => [
        ((Number(left) + 3.5) / WIDTH - 0.5) * 6.5,
        (0.5 - (Number(top) + 3.5) / WIDTH) * 6.5,
      ]);
    await until(() => centres().length).toBe(2);
    for (const [i, at] of [
      [1, 0],
      [0, -1],
    ].entries())
      for (const [axis, value] of at.entries()) expect(centres()[i]![axis]).toBeCloseTo(value, 1);
    // Around the first of them alone.
    figure.figure.plane.take({ x: 1, y: 0, half: 0.2 });
    await until(() => centres().length).toBe(1);
    figure.figure.plane.take({ x: 0, y: 0, half: 3.25 });
    await until(() => centres().length).toBe(2);
    lab.layers.set({ heldOut: false });
    await until(path).toBeNull();
  });
});
