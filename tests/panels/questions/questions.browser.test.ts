import { createElement, Fragment } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { LatentPlane } from '../../../src/panels/LatentPlane';
import { Pins } from '../../../src/panels/Pins';
import { Questions } from '../../../src/panels/Questions';
import type { QuestionNumbers } from '../../../src/worker/jobAnswers';
import { questionNumbers } from '../../support/questions';
import { type Mounted, mountFigure } from '../figure';

const until = <T>(see: () => T) => expect.poll(see);

let figure: Mounted;
afterEach(() => figure.unmount());

/** A figure with its questions open, and how often they were asked; what is answered next is in `answers`. */
async function opened(answers: Partial<QuestionNumbers> = {}) {
  figure = await mountFigure(
    createElement('div', { className: 'lab-panels' }, [
      createElement(Fragment, { key: 'panels' }, createElement(LatentPlane), createElement(Pins)),
      createElement(Questions, { key: 'questions' }),
    ]),
    360,
  );
  const { lab } = figure;
  const state = { answers, asked: 0, refusal: null as Error | null };
  lab.survey = (kind) => {
    if (kind !== 'questions') return new Promise(() => {});
    state.asked += 1;
    if (state.refusal !== null) return Promise.reject(state.refusal);
    const { step, noiseScale, beta } = lab.frame!;
    return Promise.resolve(questionNumbers({ step, noiseScale, beta, ...state.answers }));
  };
  lab.next({ step: 100 });
  expect(state.asked).toBe(0);
  details().open = true;
  await until(() => find('.questions-body')?.dataset.step).toBe('100');
  return { lab, state };
}

const find = <T extends HTMLElement>(selector: string): T | null => figure.root.querySelector<T>(selector);
const details = (): HTMLDetailsElement => find<HTMLDetailsElement>('.questions')!;
const button = (name: RegExp): HTMLButtonElement | undefined =>
  [...figure.root.querySelectorAll<HTMLButtonElement>('.questions button')].find((each) =>
    name.test(each.getAttribute('aria-label') ?? each.textContent!),
  );
const tiles = (of: 'gap' | 'outlier'): HTMLButtonElement[] => [
  ...figure.root.querySelectorAll<HTMLButtonElement>(`.${of}-tiles button`),
];

/** How dark the image of a tile is in its middle, 0 … 255. */
function shadeOf(tile: Element): number {
  const canvas = tile.querySelector('canvas')!;
  if (canvas.width === 0) return -1;
  return 255 - canvas.getContext('2d')!.getImageData(canvas.width >> 1, canvas.height >> 1, 1, 1).data[0]!;
}

describe('the four questions', () => {
  it('are answered while they are open, and not when they are closed', async () => {
    const { lab, state } = await opened();
    expect([...figure.root.querySelectorAll('.questions h3')]).toHaveLength(4);
    expect(find('.questions-at')!.textContent).toContain('step 100');
    lab.next({ step: 120 });
    await until(() => find('.questions-body')?.dataset.step).toBe('120');
    details().open = false;
    await until(() => find('.questions-body')).toBe(null);
    const { asked } = state;
    lab.next({ step: 140 });
    expect(state.asked).toBe(asked);
    expect(Object.values(lab.requests)).toEqual([]);
  });

  it('show on the plane what they are about, and hide it again', async () => {
    const { lab } = await opened();
    for (const [name, layer] of [
      [/uncovered/, 'uncovered'],
      [/Show the gaps/, 'gaps'],
      [/on the plane/, 'outliers'],
    ] as const) {
      const scrolled = vi.spyOn(find('.plane')!, 'scrollIntoView');
      expect(lab.layers.shown).not.toContain(layer);
      button(name)!.click();
      expect(lab.layers.shown).toContain(layer);
      expect(scrolled).toHaveBeenCalledTimes(1);
      await until(() => button(name)!.getAttribute('aria-pressed')).toBe('true');
      button(name)!.click();
      expect(lab.layers.shown).not.toContain(layer);
      await until(() => button(name)!.getAttribute('aria-pressed')).toBe('false');
      scrolled.mockRestore();
    }
  });

  it('list the gaps with what they decode to, and pin them', async () => {
    const { lab } = await opened();
    expect(tiles('gap').map((tile) => tile.getAttribute('aria-label'))).toEqual([
      'Gap 1, code (0.50, 0.00): pin it',
      'Gap 2, code (−2.00, 1.50): pin it',
    ]);
    await until(() => Object.values(lab.requests).length).toBe(1);
    lab.next({ step: 101 });
    // The decoder of the fake lab is darker to the right.
    await until(() => shadeOf(tiles('gap')[0]!) > shadeOf(tiles('gap')[1]!)).toBe(true);
    tiles('gap')[1]!.click();
    expect(figure.figure.lab.pins.all).toMatchObject([{ x: -2, y: 1.5 }]);
  });

  it('name the gaps by all numbers of their codes, however many axes these have', async () => {
    const { plausibility } = questionNumbers();
    const names = () => tiles('gap').map((tile) => tile.getAttribute('aria-label'));
    await opened({
      latent: 3,
      plausibility: { ...plausibility, gaps: [{ code: [0.5, -1, 2], x: 0.5, y: 2, distance: 2 }] },
    });
    expect(names()).toEqual(['Gap 1, code (0.50, −1.00, 2.00): pin it']);
    figure.unmount();
    await opened({ latent: 1, plausibility: { ...plausibility, gaps: [{ code: [0.5], x: 0.5, y: 0, distance: 2 }] } });
    expect(names()).toEqual(['Gap 1, code 0.50: pin it']);
  });

  it('have nothing to show of gaps and outliers where there are none', async () => {
    const { plausibility, outliers } = questionNumbers();
    await opened({ plausibility: { ...plausibility, gaps: [] }, outliers: { ...outliers, count: 0, listed: [] } });
    expect([tiles('gap'), tiles('outlier')]).toEqual([[], []]);
    expect([button(/Show the gaps/), button(/on the plane/)]).toEqual([undefined, undefined]);
  });

  it('list the codes far from the crowd with their images, and select them where they can be seen', async () => {
    const { lab } = await opened();
    lab.next({ mu: Float32Array.of(1, 0, 0, 20, -1, 0, 0, -1) });
    expect(tiles('outlier').map((tile) => tile.getAttribute('aria-label')!.split(',')[0])).toEqual([
      'Image 3',
      'Image 1',
    ]);
    await until(() => shadeOf(tiles('outlier')[0]!) - shadeOf(tiles('outlier')[1]!)).toBeGreaterThan(50);
    figure.figure.plane.take({ x: 0, y: 0, half: 2 });
    tiles('outlier')[1]!.click();
    expect(lab.selection.index).toBe(1);
    expect(figure.figure.plane.current.half).toBeGreaterThan(20);
    await until(() => tiles('outlier').map((tile) => tile.getAttribute('aria-pressed'))).toEqual(['false', 'true']);
    // Of every other image alone: the one at (0, 4.5) is where it was when it was found.
    lab.next({ stride: 2, mu: Float32Array.of(1, 0, -1, 0) });
    figure.figure.plane.take({ x: 0, y: 0, half: 2 });
    tiles('outlier')[0]!.click();
    expect(lab.selection.index).toBe(3);
    expect(figure.figure.plane.current.half).toBeGreaterThan(4.5);
  });

  it('say why they are not answered, and answer again when they can be', async () => {
    const { lab, state } = await opened();
    const says = () => find('.questions-at')!.textContent;
    const refused = async (error: Error, step: number, because: string): Promise<void> => {
      state.refusal = error;
      lab.next({ step });
      await until(says).toContain(because);
      expect(find('.questions-body')).toBe(null);
    };
    await refused(new RangeError('NaN'), 110, 'codes are no numbers');
    const { dataset } = lab;
    lab.store.setState({ dataset: { ...dataset, n: 1 } });
    await until(says).toContain('one image');
    lab.store.setState({ dataset });
    await refused(Object.assign(new Error('404'), { name: 'SurveysMissing' }), 120, 'did not come');
    state.refusal = new RangeError('a decoder');
    lab.next({ step: 130, mu: new Float32Array() });
    await until(says).toContain('decoder alone');
    state.refusal = null;
    lab.next({ step: 140, mu: Float32Array.of(1, 0, 0, 1, -1, 0, 0, -1) });
    await until(() => find('.questions-body')?.dataset.step).toBe('140');
  });

  it('go to the regular version, and keep the answers before it beside those of now', async () => {
    const { lab, state } = await opened();
    expect(find('.comparison')).toBe(null);
    find<HTMLButtonElement>('.regularise')!.click();
    expect(lab.glides).toEqual([{ beta: 1, noiseScale: 1 }]);
    expect(lab.store.getState().playing).toBe(true);
    await until(() => find('.regularise')).toBe(null);
    state.answers = { circleCoverage: 0.95, shape: { ...questionNumbers().shape, shape: 'disc' } };
    lab.next({ step: 500 });
    await until(() => find('.questions-body')?.dataset.step).toBe('500');
    const cells = (row: number): (string | null)[] =>
      [...figure.root.querySelectorAll(`.comparison tr:nth-child(${row}) td`)].map(({ textContent }) => textContent);
    expect(cells(1)).toEqual(['irregular', 'disc']);
    expect(cells(2)).toEqual(['45 %', '95 %']);
    const heads = [...figure.root.querySelectorAll('.comparison thead th')].map(({ textContent }) => textContent);
    expect(heads.slice(1)).toEqual(['step 100: β 1, σ 1', 'now, step 500: β 1, σ 1']);
    // They outlive the panel, not the wish to see them.
    details().open = false;
    await until(() => find('.comparison')).toBe(null);
    details().open = true;
    await until(() => find('.comparison')).not.toBe(null);
    button(/Leave out/)!.click();
    await until(() => find('.comparison')).toBe(null);
  });

  it('lay no answers of another model beside those of now', async () => {
    const { lab } = await opened();
    find<HTMLButtonElement>('.regularise')!.click();
    await until(() => find('.comparison')).not.toBe(null);
    const { settings } = lab.store.getState();
    for (const change of [
      { seed: 2 },
      { latent: 3 },
      { hidden: [32] },
      { posterior: 'full' },
      { likelihood: 'squared' },
      { regulariser: 'simple' },
    ] as const) {
      lab.store.setState({ settings: { ...settings, ...change } });
      await until(() => find('.comparison')).toBe(null);
      // Where it is as it was, with another pace, they are comparable again.
      lab.store.setState({ settings: { ...settings, beta: 2, speed: 1, hidden: [...settings.hidden] } });
      await until(() => find('.comparison')).not.toBe(null);
    }
  });

  it('say of points that β and σ make nothing regular of them, wherever the two are', async () => {
    const { lab } = await opened();
    for (const [beta, noiseScale] of [
      [0, 0],
      [1, 1],
    ] as const) {
      const { settings } = lab.store.getState();
      lab.store.setState({ settings: { ...settings, posterior: 'point', beta, noiseScale } });
      lab.next({ step: lab.frame!.step + 20, family: 'point', noiseScale });
      await until(() => find('.questions-body')?.dataset.step).toBe(String(lab.frame!.step));
      expect(find('.questions section:last-child')!.textContent).toContain('points take up no room');
      expect(find('.questions section:last-child')!.textContent).not.toContain('regular version');
      expect(find('.regularise')).toBe(null);
    }
  });

  it('say how many images decodes were compared with where those are not all, and what that does', async () => {
    const { plausibility } = questionNumbers();
    await opened({ plausibility: { ...plausibility, compared: 3 } });
    expect(find('.questions')!.textContent).toContain('Compared with 3 of the 4 images, so fewer are called plausible');
  });
});
