import { createElement, Fragment } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { Factors } from '../../src/panels/Factors';
import { LatentPlane } from '../../src/panels/LatentPlane';
import type { FactorNumbers } from '../../src/worker/jobAnswers';
import type { Dataset } from '../../src/worker/libraryProtocol';
import { type Mounted, mountFigure } from './figure';

const until = <T>(see: () => T) => expect.poll(see);

let figure: Mounted;
afterEach(() => figure.unmount());

const size = { name: 'size', values: Float32Array.of(0.5, 1, 1.5, 2), levels: null };
const face = { name: 'face', values: Float32Array.of(1, 0, Number.NaN, 0), levels: ['serif', 'own'] };
const KNOWN: Partial<Dataset> = { factors: [size, face] };

const ANSWER: FactorNumbers = {
  step: 100,
  axes: [0, 1],
  names: ['class', 'size', 'face'],
  arePoints: false,
  count: 4,
  information: Float64Array.of(1.2, 1.386, 0.04, 0.1, 0.02, 0),
  bias: new Float64Array(6),
  entropies: Float64Array.of(1.386, 1.386, 0.5),
  gaps: Float64Array.of(0.79, 0.986, Number.NaN),
};

async function mount(known: Partial<Dataset> = KNOWN, width = 360) {
  const panels = createElement(
    'div',
    { className: 'lab-panels' },
    createElement(Fragment, null, createElement(LatentPlane), createElement(Factors)),
  );
  figure = await mountFigure(panels, width);
  const { lab } = figure;
  lab.store.setState(({ dataset }) => ({ dataset: { ...dataset, ...known } }));
  let asked = 0;
  lab.survey = async (kind) => {
    if (kind !== 'factors') return new Promise(() => {});
    asked += 1;
    return { ...ANSWER, step: lab.frame!.step };
  };
  lab.next({ step: 100 });
  return { lab, asked: () => asked };
}

const find = <T extends Element>(selector: string): T | null => figure.root.querySelector<T>(selector);
const texts = (selector: string): string[] =>
  [...figure.root.querySelectorAll(selector)].map(({ textContent }) => textContent!);
const ellipses = (): HTMLCanvasElement | null => find('.plane-canvas > div:nth-child(4) > canvas');

/** The colour of the code at a place of the plane, where it has one. */
function colourAt(x: number, y: number): number[] {
  const canvas = ellipses()!;
  const unit = canvas.width / 6.5;
  const [column, row] = [Math.floor(canvas.width / 2 + unit * x), Math.floor(canvas.height / 2 - unit * y)];
  return [...canvas.getContext('2d')!.getImageData(column, row, 1, 1).data];
}

describe('the drawer of factors', () => {
  it('is there where some are known, and asks while it is open', async () => {
    const { lab, asked } = await mount({});
    await until(() => ellipses()?.width).toBeGreaterThan(0);
    expect(find('.factors')).toBeNull();
    lab.store.setState(({ dataset }) => ({ dataset: { ...dataset, ...KNOWN } }));
    await until(() => find('.factors summary')?.textContent).toBe('Axes and factors');
    expect(asked()).toBe(0);
    find<HTMLDetailsElement>('.factors')!.open = true;
    await until(() => find<HTMLElement>('.factors table')?.dataset.step).toBe('100');
    lab.next({ step: 120 });
    await until(() => find<HTMLElement>('.factors table')?.dataset.step).toBe('120');
  });

  it('has every axis and factor with its numbers, the darker the more of its entropy', async () => {
    await mount();
    await until(() => find('.factors')).not.toBeNull();
    find<HTMLDetailsElement>('.factors')!.open = true;
    await until(() => texts('.factors thead th')).toEqual(['Factor', 'z₁', 'z₂', 'MIG']);
    expect(texts('.factors tbody th')).toEqual(['classH 1.39', 'sizeH 1.39', 'faceH 0.500']);
    expect(texts('.factors td')).toEqual(['1.20', '0.100', '0.790', '1.39', '0.020', '0.986', '0.040', '0.000', '–']);
    const shade = (k: number): number => {
      const { backgroundColor } = getComputedStyle(figure.root.querySelectorAll('.factors td')[k]!);
      return backgroundColor.match(/\d+/g)!.reduce((sum, channel) => sum + Number(channel), 0);
    };
    expect(shade(3)).toBeLessThan(shade(0));
    expect(shade(0)).toBeLessThan(shade(1));
  });

  it('scrolls by itself where it is wider than the figure', async () => {
    await mount(KNOWN, 300);
    await until(() => find('.factors')).not.toBeNull();
    find<HTMLDetailsElement>('.factors')!.open = true;
    await until(() => find('.factors table')).not.toBeNull();
    expect(figure.root.scrollWidth).toBeLessThanOrEqual(300);
    expect(find<HTMLElement>('.factors-scroll')!.tabIndex).toBe(0);
  });

  it('colours the plane by the factor whose name is pressed, and by class again', async () => {
    const { lab } = await mount();
    await until(() => find('.factors')).not.toBeNull();
    find<HTMLDetailsElement>('.factors')!.open = true;
    await until(() => texts('.factor-name')).toEqual(['class', 'size', 'face']);
    const name = (k: number): HTMLButtonElement => figure.root.querySelectorAll<HTMLButtonElement>('.factor-name')[k]!;
    expect(name(0).getAttribute('aria-pressed')).toBe('true');
    name(1).click();
    expect(lab.settings.colour).toBe('size');
    await until(() => name(1).getAttribute('aria-pressed')).toBe('true');
    name(0).click();
    expect(lab.settings.colour).toBe('');
  });
});

describe('the colours of the plane', () => {
  it('are of the class at first, with its number at its codes, and of a factor once it is chosen', async () => {
    const { lab } = await mount();
    await until(() => ellipses()?.width).toBeGreaterThan(0);
    await until(() => texts('.class-name')).toEqual(['0', '1', '2', '3']);
    expect(find('.colour-key')).toBeNull();
    const byClass = [colourAt(1, 0), colourAt(-1, 0)];
    [...figure.root.querySelectorAll('button')].find(({ textContent }) => textContent === 'Layers')!.click();
    await until(() => find('.layers select')).not.toBeNull();
    const select = find<HTMLSelectElement>('.layers select')!;
    expect(texts('.layers option')).toEqual(['class', 'size', 'face']);
    Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value')!.set!.call(select, 'size');
    select.dispatchEvent(new Event('change', { bubbles: true }));
    expect(lab.settings.colour).toBe('size');
    await until(() => texts('.class-name')).toEqual([]);
    await until(() => find('.colour-key')?.textContent).toBe('size 0.52');
    await until(() => String([colourAt(1, 0), colourAt(-1, 0)])).not.toBe(String(byClass));
  });

  it('have a key with the names of kinds, and of what is not known', async () => {
    const { lab } = await mount();
    void lab.set({ colour: 'face' });
    await until(() => texts('.colour-key li')).toEqual(['face', 'serif', 'own', 'not known']);
    await until(() => texts('.class-name')).toEqual(['serif', 'own']);
  });

  it('have a key that ends as it begins where numbers come round, and one that does not where they have two ends', async () => {
    const turn = { name: 'angle', values: Float32Array.of(0, 1, 2, 3), levels: null, period: Math.PI };
    const { lab } = await mount({ factors: [size, turn] });
    const ends = async (key: string): Promise<(string | undefined)[]> => {
      await until(() => find('.colour-key')?.textContent).toBe(key);
      const colours = getComputedStyle(find('.colour-scale i')!).backgroundImage.match(/rgb\([^)]*\)/g);
      return [colours?.at(0), colours?.at(-1)];
    };
    void lab.set({ colour: 'angle' });
    const [first, last] = await ends('angle 03.14');
    expect([typeof first, last]).toEqual(['string', first]);
    void lab.set({ colour: 'size' });
    const [least, most] = await ends('size 0.52');
    expect(most).not.toBe(least);
  });

  it('have the names of classes that have some', async () => {
    await mount({ classNames: ['heart', 'square', 'one', 'two'] });
    await until(() => texts('.class-name')).toEqual(['heart', 'square', 'one', 'two']);
    await until(() => texts('.colour-key li')).toEqual(['class', 'heart', 'square', 'one', 'two']);
  });

  it('stay those of the class where the data set has no such factor', async () => {
    const { lab } = await mount();
    void lab.set({ colour: 'weight' });
    await until(() => texts('.class-name')).toEqual(['0', '1', '2', '3']);
    expect(find('.plane-failure')).toBeNull();
  });
});
