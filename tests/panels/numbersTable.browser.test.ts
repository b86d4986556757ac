import { createElement } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Numbers } from '../../src/panels/Numbers';
import { measuresOf } from '../support/measures';
import { type Mounted, mountFigure } from './figure';

const until = <T>(see: () => T) => expect.poll(see);

let figure: Mounted;
/** How often measures were asked for. */
let asked = 0;
/** What was asked for. */
const kinds = new Set<string>();
/** What is found of a linear model. */
const compared = {
  modelError: 3.3,
  pcaError: 3,
  heldOut: { modelError: 4.25, pcaError: 4.5 },
  angle: Math.PI / 90,
  converged: false,
};
beforeEach(async () => {
  figure = await mountFigure(createElement(Numbers), 900);
  const { lab } = figure;
  asked = 0;
  kinds.clear();
  lab.survey = async (kind) => {
    kinds.add(kind);
    if (kind === 'pca') return compared;
    if (kind === 'evidence') throw new RangeError('a decoder alone');
    asked += 1;
    const measures = measuresOf({ step: lab.frame!.step, spread: lab.frame!.step / 100 });
    // As a lab does.
    lab.history.measure(measures);
    return measures;
  };
  lab.next({ step: 100 });
});
afterEach(() => figure.unmount());

const find = <T extends Element>(selector: string): T | null => figure.root.querySelector<T>(selector);
const texts = (selector: string): (string | null)[] =>
  [...figure.root.querySelectorAll(selector)].map(({ textContent }) => textContent);

async function open(): Promise<void> {
  expect(asked).toBe(0);
  find<HTMLDetailsElement>('.numbers')!.open = true;
  await until(() => find<HTMLElement>('.numbers table')?.dataset.step).toBe('100');
}

describe('the table of numbers', () => {
  it('is grouped, and states its step', async () => {
    await open();
    expect(texts('.measure-group th')).toEqual(['The loss', 'All posteriors together', 'Centres and axes']);
    expect(find('.numbers caption')!.textContent).toContain('step 100');
    const parts = ['.kl-own', '.kl-together'].map((part) => find(part)!.getBoundingClientRect().width);
    expect(parts[1]! / (parts[0]! + parts[1]!)).toBeCloseTo(0.13 / 3.26, 1);
  });

  it('tells what each number is when it is asked', async () => {
    await open();
    const button = find<HTMLButtonElement>('.measures button')!;
    expect(texts('.measure-says')).toEqual([]);
    const rows = figure.root.querySelectorAll('.numbers tbody tr:not(.measure-group)').length;
    button.click();
    await until(() => button.getAttribute('aria-expanded')).toBe('true');
    expect(texts('.measure-says')).toHaveLength(rows);
    for (const text of texts('.measure-says')) expect(text!.length).toBeGreaterThan(20);
    button.click();
    await until(() => texts('.measure-says')).toEqual([]);
  });

  it('has curves of what was measured so far, each with its present value', async () => {
    await open();
    await until(() => figure.root.querySelectorAll('.curve svg .series').length).toBe(9);
    // One measurement is a dot.
    expect(figure.root.querySelectorAll('.series-dot')).toHaveLength(9);
    figure.lab.next({ step: 300 });
    await until(() => find<SVGElement>('.curve svg')!.dataset.step).toBe('300');
    expect(figure.root.querySelectorAll('.series-dot')).toHaveLength(0);
    const spread = [...figure.root.querySelectorAll('.curve')].find((one) => one.querySelector('.series-spread'))!;
    expect(spread.querySelector('b')!.textContent).toBe('3');
    expect(spread.querySelector('svg')!.getAttribute('aria-label')).toBe(
      'Spread of the centres over the training, now 3',
    );
    const [from, to] = spread
      .querySelector('.series')!
      .getAttribute('d')!
      .slice(1)
      .split('L')
      .map((point) => point.split(' ').map(Number)) as [[number, number], [number, number]];
    // To the right, and upwards.
    expect(to[0]).toBeGreaterThan(from[0] + 100);
    expect(to[1]).toBeLessThan(from[1]);
  });

  it('has the moment identity as a curve of every axis, each with its key and present value', async () => {
    const { lab } = figure;
    lab.survey = async () => {
      const share = lab.frame!.step / 1000;
      const measures = measuresOf({ step: lab.frame!.step, momentIdentity: [1, share, 2 * share] });
      lab.history.measure(measures);
      return measures;
    };
    await open();
    lab.next({ step: 300 });
    const chart = () => find('.series-axis1')?.closest<HTMLElement>('.curve');
    await until(() => chart()?.querySelector('svg')?.dataset.step).toBe('300');
    expect(chart()!.querySelector('svg')!.getAttribute('aria-label')).toBe(
      'Var μ + mean σ², axis by axis over the training, now 1 · 0.3 · 0.6',
    );
    expect([...chart()!.querySelectorAll('.key')].map((key) => [key.classList[1], key.textContent])).toEqual([
      ['key-axis1', '1'],
      ['key-axis2', '0.3'],
      ['key-axis3', '0.6'],
    ]);
    const climbs = [1, 2, 3].map((axis) => {
      const points = chart()!.querySelector(`.series-axis${axis}`)!.getAttribute('d')!.slice(1).split('L');
      const [from, to] = points.map((point) => Number(point.split(' ')[1])) as [number, number];
      return from - to;
    });
    expect(climbs[0]).toBe(0);
    expect(climbs[1]).toBeGreaterThan(5);
    // Paths are written to tenths of a pixel.
    expect(Math.abs(climbs[2]! - 2 * climbs[1]!)).toBeLessThan(0.35);
  });

  it('has ln p(x) computed only when that is opened, and says where there is none', async () => {
    await open();
    expect([...kinds]).toEqual(['measure']);
    find<HTMLElement>('.evidence summary')!.click();
    await until(() => find('.evidence')!.textContent).toContain('there is nothing to compute');
    expect([...kinds]).toEqual(['measure', 'evidence']);
    const { settings } = figure.lab;
    figure.lab.store.setState({ settings: { ...settings, likelihood: 'squared' } });
    await until(() => find('.evidence')!.textContent).toContain('no density');
  });

  it('tells how near a linear model is to the principal components, on both shares', async () => {
    const { store } = figure.lab;
    const { settings } = store.getState();
    store.setState({ settings: { ...settings, hidden: [], likelihood: 'squared' } });
    await open();
    const said = () => find('.linear-note')?.textContent ?? '';
    await until(said).toContain('its squared error is 3.3 an image; that of as many principal components is 3,');
    expect(said()).toContain('10 % more');
    expect(said()).toContain('angle between the two planes is 2°');
    expect(said()).toContain('On the images that are held out the model’s is 4.25, that of the components 4.5.');
    expect(said()).toContain('before they had settled');
    // The means of a Bernoulli model are on no plane.
    store.setState({ settings: { ...settings, hidden: [], likelihood: 'bernoulli' } });
    await until(said).toBe('');
  });

  it('measures nothing when it is closed', async () => {
    await open();
    find<HTMLDetailsElement>('.numbers')!.open = false;
    await until(() => find('.numbers table')).toBe(null);
    const before = asked;
    figure.lab.next({ step: 200 });
    figure.lab.next({ step: 300, training: true });
    expect(asked).toBe(before);
  });
});
