import { createElement, Fragment } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { onPlane, posteriorsOf } from '../../src/math/posterior';
import { LatentPlane } from '../../src/panels/LatentPlane';
import { Sample } from '../../src/panels/Sample';
import type { ImagePosterior } from '../../src/worker/jobAnswers';
import { normalField } from '../support/density';
import { type Mounted, mountFigure } from './figure';

const until = <T>(see: () => T) => expect.poll(see);

const WIDTH = 325;
/** CSS pixels of one latent unit in the window at rest. */
const UNIT = WIDTH / 6.5;

let figure: Mounted;
const surveys: string[] = [];
/** Changed by tests: what the model says of the image beside its index. */
let says: Partial<ImagePosterior> = {};
/** Whether one of the images is held out. */
let isSplit = true;
/** How many true posteriors were not found. */
let unresolved = 0;

/** What the model says of an image: its posterior as the frames have it, the true one around (1, 0.5). */
function answerOf(index: number): ImagePosterior {
  const frame = figure.lab.frame!;
  const [mu, logVar] = [frame.mu.slice(2 * index, 2 * index + 2), frame.logVar.slice(2 * index, 2 * index + 2)];
  const posteriors = posteriorsOf('diagonal', 2, { mu, logVar, lower: null });
  const window = { x: 1, y: 0.5, half: 1 };
  const { values, size } = normalField(window, 40, { x: 1, y: 0.5, sx: 0.2, sy: 0.2 }, frame.step);
  const density = { window, size, values, levels: [{ mass: 0.39, density: Math.exp(-0.5) / (2 * Math.PI * 0.04) }] };
  const numbers = { logEvidence: -24.5, elbo: -24.75, gap: 0.25, resolved: true };
  return {
    step: frame.step,
    axes: [0, 1],
    index,
    posteriors,
    reconstruction: 23.5,
    kl: 1.25,
    predicted: { ...onPlane(posteriors, [0, 1]), family: 'full', correlation: Float32Array.of(0.5) },
    truth: { ...numbers, mean: [1, 0.5], covariance: [0.04, 0, 0.04], density },
    lacking: null,
    ...says,
  };
}

beforeEach(async () => {
  surveys.length = 0;
  says = {};
  isSplit = true;
  unresolved = 0;
  figure = await mountFigure(createElement(Fragment, null, createElement(LatentPlane), createElement(Sample)), WIDTH);
  figure.lab.survey = async (kind: string, request: { index: number }) => {
    surveys.push(kind);
    if (kind === 'posterior') return answerOf(request.index);
    const of = (mean: number, standardError: number) => ({ mean, standardError });
    const largest = [3, 1].map((index) => ({ ...answerOf(index).truth!, index, centre: [0, 20], gap: index }));
    const step = figure.lab.frame!.step;
    const training = { taken: 3, logEvidence: of(-19, 0), elbo: of(-20, 0), gap: of(1, 0.5) };
    const heldOut = { taken: 1, logEvidence: of(-23, 0), elbo: of(-28, 0), gap: of(5, 0) };
    return {
      step,
      axes: [0, 1],
      ...training,
      taken: 4,
      training,
      heldOut: isSplit ? heldOut : null,
      largest,
      unresolved,
    };
  };
  figure.lab.next();
  await until(() => svg().clientWidth).toBe(WIDTH);
});
afterEach(() => {
  vi.restoreAllMocks();
  figure.unmount();
});

const find = <T extends Element>(selector: string): T | null => figure.root.querySelector<T>(selector);
const svg = (): SVGSVGElement => find('.plane-stage > svg')!;
const card = (): HTMLElement | null => find<HTMLElement>('section.sample');
const button = (name: string): HTMLButtonElement => find(`.sample button[aria-label^="${name}"]`)!;
const numbers = (): Record<string, string> =>
  Object.fromEntries(
    [...figure.root.querySelectorAll('.sample-numbers dl > div')].map((row) => [
      row.querySelector('dt')!.textContent,
      row.querySelector('dd')!.textContent,
    ]),
  );

/** What the table of the means over images says, row by row. */
const rows = (): (string | null)[][] =>
  [...figure.root.querySelectorAll('.evidence tr')].map((row) =>
    [...row.querySelectorAll('th, td')].map(({ textContent }) => textContent),
  );

/** Clicks the plane at a code. */
function click(x: number, y: number, options: MouseEventInit = {}): void {
  const { left, top } = svg().getBoundingClientRect();
  const at = { clientX: left + WIDTH / 2 + x * UNIT, clientY: top + WIDTH / 2 - y * UNIT };
  svg().dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1, ...at, ...options }));
}

/** Points at a code with a mouse. */
function hover(x: number, y: number): void {
  const { left, top } = svg().getBoundingClientRect();
  const at = { clientX: left + WIDTH / 2 + x * UNIT, clientY: top + WIDTH / 2 - y * UNIT };
  svg().dispatchEvent(new PointerEvent('pointermove', { bubbles: true, pointerType: 'mouse', ...at }));
}

const press = (key: string, target: Element = svg()): boolean =>
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));

/** Whether there is anything on a tile, be it paper alone. */
const isPainted = (tile: HTMLCanvasElement): boolean =>
  tile.width > 0 &&
  tile.height > 0 &&
  tile
    .getContext('2d')!
    .getImageData(0, 0, tile.width, tile.height)
    .data.some((value) => value > 0);

/** Where an element lies in the plane, in latent units from its middle. */
function boxOf(selector: string) {
  const outer = svg().getBoundingClientRect();
  const { left, top, width, height } = find(selector)!.getBoundingClientRect();
  return {
    x: (left + width / 2 - outer.left - WIDTH / 2) / UNIT,
    y: (outer.top + WIDTH / 2 - top - height / 2) / UNIT,
    width: width / UNIT,
    height: height / UNIT,
  };
}

it('a click on a centre selects its image, and shows what the model says of it', async () => {
  click(1, 0);
  expect(figure.lab.selection.index).toBe(0);
  expect(figure.figure.lab.pins.all).toEqual([]);
  await until(() => card()?.querySelector('h2')?.textContent).toBe('image 0 · class 0');
  await until(numbers).toEqual({
    'Centre μ': '(1.00, 0.00)',
    'Width σ': '(0.2, 0.2)',
    'Reconstruction R': '23.5 nats',
    'K, KL to the prior': `${(0.5 * (1 + 0.08 - 2 - 4 * Math.log(0.2))).toFixed(2)} nats`,
    'ln p(x)': '−24.5 nats',
    ELBO: '−24.8 nats',
    Gap: '0.250 nats',
  });
  expect(find('.sample-numbers [data-step]')!.getAttribute('data-step')).toBe('100');
  // The squared error is no −ln p(x|z), and the simple K is no KL.
  figure.lab.store.setState(({ settings }) => ({
    settings: { ...settings, likelihood: 'squared', regulariser: 'simple' },
  }));
  await until(numbers).toMatchObject({ 'Reconstruction R': '23.5', 'KL to the prior': expect.stringMatching(/nats$/) });
});

it('tells R and shows eight draws of an image on which the pointer rests, and asks for nothing once it has gone on', async () => {
  const kinds = () =>
    Object.values(figure.lab.requests)
      .map(({ kind }) => kind)
      .sort();
  hover(1, 0);
  await until(kinds).toEqual(['codes', 'decode', 'images', 'rebuild']);
  figure.lab.next({ step: 101 });
  await until(() => [...figure.root.querySelectorAll('.lens-numbers')].at(-1)?.textContent).toBe('R 10.0');
  const shades = () =>
    [...figure.root.querySelectorAll<HTMLCanvasElement>('.lens-draws canvas')].map(
      (canvas) => canvas.width > 0 && canvas.getContext('2d')!.getImageData(0, 0, 1, 1).data[0]!,
    );
  // Of codes around (1, 0), which the decoder of the fake lab inks by their first coordinate.
  await until(() => new Set(shades()).size).toBeGreaterThan(2);
  expect(shades()).toHaveLength(8);
  hover(2, 2);
  await until(kinds).toEqual(['decode']);
});

it('the lens goes along with the move itself, and its tiles never show the reconstruction of the image before', async () => {
  const tiles = () => [...figure.root.querySelectorAll<HTMLCanvasElement>('.lens-tiles canvas')];
  hover(1, 0);
  await until(() => find('.lens p')?.textContent).toBe('image 0 · class 0');
  figure.lab.next({ step: 101 });
  await until(() => tiles().map(isPainted)).toEqual([true, true]);
  const [before, left] = [tiles(), find('.lens')!.getBoundingClientRect().left];
  hover(0, 1);
  expect(find('.lens p')!.textContent).toBe('image 1 · class 1');
  expect(find('.lens')!.getBoundingClientRect().left).not.toBe(left);
  expect(tiles(), 'others would have to be laid out first').toEqual(before);
  expect(tiles().map(isPainted)).toEqual([true, false]);
  figure.lab.next({ step: 102 });
  expect(tiles().map(isPainted)).toEqual([true, true]);
});

it('calls an image by its title and the name of its class, under the pointer and on the card', async () => {
  const { store } = figure.lab;
  const classNames = ['heart', 'b', 'c', 'd'];
  const titles = ['Lora', 'Inter', 'Karla', 'Rubik'];
  store.setState(({ dataset }) => ({ dataset: { ...dataset, classNames, titles } }));
  hover(1, 0);
  await until(() => find('.lens p')?.textContent).toMatch(/^image 0 · Lora · heart/);
  figure.lab.selection.select(3);
  await until(() => card()?.querySelector('h2')?.textContent).toMatch(/^image 3 · Rubik · d/);
});

it('shows all of what it says of an image on the plane, however long its title is', async () => {
  const { store } = figure.lab;
  const titles = Array.from({ length: 4 }, () => 'Barlow Semi Condensed ExtraBold Italic');
  store.setState(({ dataset }) => ({ dataset: { ...dataset, titles } }));
  const plane = svg().getBoundingClientRect();
  for (const [x, y] of [
    [1, 0],
    [-1, 0],
    [0, 1],
    [0, -1],
  ] as const) {
    hover(x, y);
    await until(() => find('.lens p')?.textContent).toContain('ExtraBold Italic');
    figure.lab.next();
    await until(() => find('.lens-draws')).not.toBeNull();
    const { left, right, top, bottom } = find('.lens')!.getBoundingClientRect();
    expect(left).toBeGreaterThanOrEqual(plane.left);
    expect(right).toBeLessThanOrEqual(plane.right);
    expect(top).toBeGreaterThanOrEqual(plane.top);
    expect(bottom).toBeLessThanOrEqual(plane.bottom);
  }
});

it('keeps the draws on the card when the pointer, which had rested on the same image, goes', async () => {
  const asked = (): number => Object.values(figure.lab.requests).filter(({ kind }) => kind === 'codes').length;
  hover(1, 0);
  await until(asked).toBe(1);
  figure.lab.selection.select(0);
  await until(asked).toBe(2);
  hover(2, 2);
  await until(() => find('.lens-draws')).toBeNull();
  expect(asked()).toBe(1);
  figure.lab.next({ step: 101 });
  const { pictures } = figure.lab.frame!;
  expect(Object.keys(pictures)).toContain('draws 0 0');
});

it('says beside an image, under the pointer and on the card, whether it is held out', async () => {
  const { store } = figure.lab;
  store.setState({ run: { ...store.getState().run, heldOut: Uint32Array.of(0, 2) } });
  hover(1, 0);
  await until(() => find('.lens p')?.textContent).toBe('image 0 · class 0 · held out');
  hover(0, 1);
  await until(() => find('.lens p')?.textContent).toBe('image 1 · class 1');
  figure.lab.selection.select(2);
  await until(() => card()?.querySelector('h2')?.textContent).toBe('image 2 · class 2 · held out');
  figure.lab.selection.select(3);
  await until(() => card()?.querySelector('h2')?.textContent).toBe('image 3 · class 3');
});

it('draws its posterior, the true one and the predicted one where they are, each under its own switch', async () => {
  figure.lab.selection.select(0);
  await until(() => find('.true-posterior path')).not.toBeNull();
  await until(() => find('.selected .outline')).not.toBeNull();
  await until(() => find('.predicted .outline')).not.toBeNull();
  const own = boxOf('.selected .outline');
  expect(own.x).toBeCloseTo(1, 1);
  expect(own.width).toBeGreaterThan(0.39);
  expect(own.width).toBeLessThan(0.47);
  const truth = boxOf('.true-posterior path');
  expect(truth.x).toBeCloseTo(1, 1);
  expect(truth.y).toBeCloseTo(0.5, 1);
  // A contour that holds 39 % of a round Gaussian is 1σ away from its middle.
  expect(truth.width).toBeGreaterThan(0.36);
  expect(truth.width).toBeLessThan(0.46);
  expect(find('.predicted .outline')!.getAttribute('transform')).toMatch(/^rotate\(-45/);
  expect([...figure.root.querySelectorAll('.legend .key')]).toHaveLength(5);
  figure.lab.layers.set({ truePosterior: false });
  await until(() => find('.true-posterior path')).toBeNull();
  figure.lab.layers.set({ predicted: false });
  await until(() => find('.predicted .outline')).toBeNull();
  expect(find('.selected .outline')).not.toBeNull();
  figure.lab.selection.release();
  await until(() => find('.selected .outline')).toBeNull();
  await until(card).toBeNull();
});

it('draws eight codes, dots on the plane and tiles on the card that are of the same codes, and others at will', async () => {
  figure.lab.selection.select(1);
  const dots = () =>
    [...figure.root.querySelectorAll<SVGCircleElement>('.selected .draw')].map((dot) => dot.cx.baseVal.value);
  const asked = (): number[] =>
    Object.values(figure.lab.requests).flatMap((request) =>
      request.kind === 'codes' ? [...request.codes].filter((_, i) => i % 2 === 0) : [],
    );
  await until(() => dots().length).toBe(8);
  await until(() => asked().length).toBe(8);
  const match = (): void => {
    dots().forEach((x, i) => {
      expect(x).toBeCloseTo(WIDTH / 2 + UNIT * asked()[i]!, 3);
    });
  };
  match();
  const first = asked();
  figure.lab.next({ step: 101 });
  expect(asked(), 'the same draws of the same posterior').toEqual(first);
  match();
  // The posterior moves to the right: the frame has decoded what was asked of the one before, and has dots of that.
  const moved = Float32Array.of(1, 0, 1, 1, -1, 0, 0, -1);
  const at = (codes: readonly number[]): number[] => codes.map((x) => WIDTH / 2 + UNIT * x);
  const isAt = (codes: readonly number[]): boolean => at(codes).every((x, i) => Math.abs(x - dots()[i]!) < 1e-3);
  figure.lab.next({ step: 102, training: true, mu: moved });
  await until(() => find('.plane-stage > svg')!.getAttribute('data-step')).toBe('102');
  expect(isAt(first), 'decoded in this frame').toBe(true);
  expect(asked()[0]! - first[0]!).toBeCloseTo(1, 5);
  figure.lab.next({ step: 103, training: false, mu: moved });
  await until(() => isAt(asked())).toBe(true);
  expect(card()!.querySelectorAll('.sample-draws canvas')).toHaveLength(8);
  const before = asked();
  button('Draw again').click();
  await until(() => asked().every((x, i) => x !== before[i])).toBe(true);
  match();
});

it('shows draws of the image that is selected now, never those that were asked for another', async () => {
  const tiles = () => [...card()!.querySelectorAll<HTMLCanvasElement>('.sample-draws canvas')];
  figure.lab.selection.select(1);
  await until(() => Object.values(figure.lab.requests).some(({ kind }) => kind === 'codes')).toBe(true);
  figure.lab.next({ step: 101 });
  await until(() => tiles().every(isPainted)).toBe(true);
  const [first] = tiles();
  figure.lab.selection.select(0);
  await until(() => tiles()[0] !== first).toBe(true);
  expect(tiles().map(isPainted), 'the frame that is shown has draws of the image before').not.toContain(true);
  figure.lab.next({ step: 102 });
  await until(() => tiles().every(isPainted)).toBe(true);
});

it('goes to the images beside it, round the ends, and is closed by its button or Escape', async () => {
  figure.lab.selection.select(0);
  await until(card).not.toBeNull();
  button('Previous').click();
  await until(() => card()!.dataset.index).toBe('3');
  button('Next').click();
  button('Next').click();
  await until(() => card()!.dataset.index).toBe('1');
  press('Escape', button('Next'));
  expect(figure.lab.selection.index).toBeNull();
  figure.lab.selection.select(2);
  await until(card).not.toBeNull();
  button('Release').click();
  await until(card).toBeNull();
});

it('is released by Escape on the plane or another click, and selected by a key', async () => {
  click(1, 0);
  click(1, 0);
  expect(figure.lab.selection.index).toBeNull();
  await until(() => find('.plane-keys')).not.toBeNull();
  press('ArrowUp');
  await until(() => find('.lens')).not.toBeNull();
  press('s');
  expect(figure.lab.selection.index).toBe(1);
  press('Escape');
  expect(figure.lab.selection.index).toBeNull();
  expect(find(`#${svg().getAttribute('aria-describedby')}`)!.textContent).toContain('S selects');
});

it('has a button that pins its code', async () => {
  figure.lab.selection.select(2);
  await until(card).not.toBeNull();
  button('Pin its code').click();
  expect(figure.lab.pins.all).toMatchObject([{ name: 'A', x: -1, y: 0 }]);
});

it('leaves pins as they were: a click elsewhere pins, with Shift on a centre, too; a double click takes both back', () => {
  click(0.5, 0.5);
  expect(figure.figure.lab.pins.all).toHaveLength(1);
  expect(figure.lab.selection.index).toBeNull();
  click(1, 0, { shiftKey: true });
  expect(figure.figure.lab.pins.all).toHaveLength(2);
  figure.lab.selection.select(2);
  click(0, 1);
  expect(figure.lab.selection.index).toBe(1);
  click(0, 1, { detail: 2 });
  expect(figure.lab.selection.index).toBe(2);
  expect(figure.figure.lab.pins.all).toHaveLength(2);
});

it('surveys nothing of the data set before the list of gaps is open, whose tiles select', async () => {
  figure.lab.selection.select(0);
  await until(card).not.toBeNull();
  expect(surveys).not.toContain('evidence');
  find<HTMLElement>('.evidence summary')!.click();
  await until(rows).toEqual([
    ['', 'trained on: 3', 'held out: 1'],
    ['Mean ln p(x)', '−19.0 nats', '−23.0 nats'],
    ['Mean ELBO', '−20.0 nats', '−28.0 nats'],
    ['Mean gap', '1.00 ± 0.500 nats', '5.00 nats'],
  ]);
  expect(find('.evidence .fine')!.textContent).toBe('at step 100, over 4 of 4 images');
  const { plane } = figure.figure;
  plane.take({ x: 0, y: 0, half: 0.5 });
  button('Select image 3, gap 3.00').click();
  expect(figure.lab.selection.index).toBe(3);
  expect(plane.current.half, 'its centre is in sight').toBeCloseTo(1.1, 5);
  // The frame has every other image: this one is where it was when it was surveyed.
  figure.lab.next({ stride: 2, mu: Float32Array.of(1, 0, -1, 0) });
  button('Select image 1, gap 1.00').click();
  expect(figure.lab.selection.index).toBe(1);
  expect(plane.current.half).toBeGreaterThan(20);
});

it('has the means over all images in one column where none are held out', async () => {
  isSplit = false;
  figure.lab.selection.select(0);
  await until(card).not.toBeNull();
  find<HTMLElement>('.evidence summary')!.click();
  await until(rows).toEqual([
    ['Mean ln p(x)', '−19.0 nats'],
    ['Mean ELBO', '−20.0 nats'],
    ['Mean gap', '1.00 ± 0.500 nats'],
  ]);
  expect(find('.evidence')!.textContent).not.toContain('too narrow');
});

it('says of how many images the true posterior is too narrow, so that the means are approximate', async () => {
  unresolved = 2;
  figure.lab.selection.select(0);
  await until(card).not.toBeNull();
  find<HTMLElement>('.evidence summary')!.click();
  await until(() => find('.evidence')!.textContent).toContain('The true posteriors of 2 of 4 images are too narrow');
});

it('says of a point that it has no ELBO, beside its ln p(x)', async () => {
  figure.lab.selection.select(0);
  await until(numbers).toHaveProperty('ELBO', '−24.8 nats');
  const { truth } = answerOf(0);
  says = { truth: { ...truth!, elbo: Number.NEGATIVE_INFINITY, gap: Number.POSITIVE_INFINITY } };
  figure.lab.next({ step: 101 });
  await until(() => card()!.textContent).toContain('Posteriors that are points have no ELBO');
  expect(numbers()).toMatchObject({ 'ln p(x)': '−24.5 nats' });
  expect(numbers()).not.toHaveProperty('ELBO');
  expect(numbers()).not.toHaveProperty('Gap');
});

it('shows of a decoder alone the image, and nothing that the model before has made of it', async () => {
  figure.lab.selection.select(0);
  await until(() => card()?.querySelectorAll('canvas').length).toBe(10);
  figure.lab.next({ step: 0, mu: new Float32Array(0) });
  await until(() => card()!.querySelectorAll('canvas').length).toBe(1);
  expect(button('Pin its code').ariaDisabled).toBe('true');
});

it('says that the worker refuses to say anything of this model, and does not ask it again at the same moment', async () => {
  figure.lab.selection.select(0);
  await until(numbers).toHaveProperty('ELBO', '−24.8 nats');
  const refused: string[] = [];
  figure.lab.survey = async (kind: string) => {
    refused.push(kind);
    throw new RangeError('This model is a decoder alone: it has no codes of images');
  };
  figure.lab.next({ step: 0, mu: new Float32Array(0) });
  await until(() => card()!.textContent).toContain('there is nothing to compute');
  expect(card()!.textContent).not.toContain('being computed');
  expect(numbers()).toMatchObject({ 'ln p(x)': '–', 'Reconstruction R': '–' });
  figure.lab.next();
  figure.lab.next();
  expect(refused).toEqual(['posterior']);
});

it('says why there is no ln p(x)', async () => {
  says = { truth: null, lacking: 'three axes' };
  figure.lab.selection.select(0);
  await until(() => card()?.textContent).toContain('computed for codes of one or two axes');
  expect(numbers()).not.toHaveProperty('ELBO');
  expect(find('.true-posterior path')).toBeNull();
});
