/** What panels show and say of posteriors of every family. */
import { createElement, Fragment } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { Controls } from '../../src/panels/Controls';
import { DecodedGrid } from '../../src/panels/DecodedGrid';
import { LatentPlane } from '../../src/panels/LatentPlane';
import { MoreSettings } from '../../src/panels/MoreSettings';
import { Numbers } from '../../src/panels/Numbers';
import type { Hideable } from '../../src/state/embedLink';
import { measuresOf } from '../support/measures';
import { type Mounted, mountFigure } from './figure';

const until = <T>(see: () => T) => expect.poll(see);

const mounted: Mounted[] = [];
afterEach(() => {
  for (const figure of mounted.splice(0)) figure.unmount();
});

async function mount(panels: React.ReactNode, hidden: readonly Hideable[] = []): Promise<Mounted> {
  const figure = await mountFigure(panels, 520, 'lab', hidden);
  mounted.push(figure);
  return figure;
}

const find = <T extends Element>({ root }: Mounted, selector: string): T => root.querySelector<T>(selector)!;

/** Unfolds what is folded. */
const unfold = (figure: Mounted): void => {
  find<HTMLDetailsElement>(figure, 'details').open = true;
};

describe('legends', () => {
  it.each([
    ['box', 1, 'its rectangle, 1.73σ · faded: no rectangle reaches here'],
    ['box', 0.5, 'its rectangle, 0.866σ · faded: no rectangle reaches here'],
    ['box', 0, 'its rectangle is a point: σ is at 0 · faded: no code lies here'],
    ['full', 1, 'its ellipse, 1σ · faded: no ellipse reaches here'],
    ['isotropic', 0.5, 'its ellipse, 0.5σ · faded: no ellipse reaches here'],
    ['point', 1, 'its posterior is this point alone · faded: no code lies here'],
  ] as const)('say what %s posteriors are at s = %s', async (family, noiseScale, sentence) => {
    const figure = await mount(createElement(Fragment, null, createElement(LatentPlane), createElement(DecodedGrid)));
    figure.lab.next({ family, noiseScale });
    await until(() => `${find(figure, '.key-outline').textContent} · ${find(figure, '.grid .fine').textContent}`).toBe(
      sentence,
    );
    const many = { box: 'rectangles', full: 'ellipses', isotropic: 'ellipses', point: 'points' }[family];
    expect(find(figure, '.plane-stage > svg').getAttribute('aria-label')).toContain(`the posterior ${many} of`);
  });
});

describe('the button that turns points', () => {
  it('says into what, and is gone where they stay points', async () => {
    const figure = await mount(createElement(Controls));
    figure.lab.next();
    await until(() => figure.root.querySelector('.turn')?.textContent).toBe('Turn points into ellipses');
    figure.lab.next({ family: 'box' });
    await until(() => figure.root.querySelector('.turn')?.textContent).toBe('Turn points into rectangles');
    figure.lab.next({ family: 'point' });
    await until(() => figure.root.querySelector('.turn')).toBe(null);
    expect(figure.root.textContent).toContain('without effect on points');
  });
});

describe('the sample that the pointer is on', () => {
  it('has the outline of its family, and its numbers', async () => {
    const figure = await mount(createElement(LatentPlane));
    figure.lab.next({ family: 'full' });
    await until(() => find(figure, '.prior-1')).not.toBe(null);
    const svg = find<SVGSVGElement>(figure, '.plane-stage > svg');
    const { left, top, width } = svg.getBoundingClientRect();
    const unit = Number(find(figure, '.prior-1').getAttribute('r'));
    // The first centre is at (1, 0).
    const at = { clientX: left + width / 2 + unit, clientY: top + width / 2, bubbles: true, pointerType: 'mouse' };
    svg.dispatchEvent(new PointerEvent('pointermove', at));
    const outline = (): Element | null => figure.root.querySelector('.focus .outline');
    // L = [[0.2, 0], [0.2, 0.2]]: it leans by the angle of half of atan2(2·0.04, 0.04 − 0.08).
    await until(() => outline()?.tagName).toBe('ellipse');
    const lean = (Math.atan2(0.08, -0.04) / 2) * (180 / Math.PI);
    const turn = /rotate\((-?[\d.]+)/.exec(outline()!.getAttribute('transform') ?? '')![1];
    expect(Number(turn)).toBeCloseTo(-lean, 4);
    await until(() => figure.root.querySelector('.lens-numbers')?.textContent).toContain('ρ 0.71');

    figure.lab.next({ family: 'box' });
    await until(() => outline()?.tagName).toBe('rect');
    expect(Number(outline()!.getAttribute('width'))).toBeCloseTo(2 * Math.sqrt(3) * 0.2 * unit, 3);
    expect(figure.root.querySelectorAll('.focus .outline')).toHaveLength(1);
    expect(find(figure, '.lens-numbers').textContent).not.toContain('ρ');

    figure.lab.next({ family: 'point' });
    await until(() => find(figure, '.lens-numbers').textContent).toContain('KL ∞');
    expect(outline()!.getAttribute('rx')).toBe('0');
  });
});

describe('the table of numbers', () => {
  /** Answers every survey with the same measures. */
  const measured = (figure: Mounted): void => {
    const training = { n: 4, reconstruction: 20, regulariser: 3.5, kl: 3.5, elbo: -23.5 };
    figure.lab.survey = async () =>
      measuresOf({ step: figure.lab.frame!.step, training, coverage1: 0.8, coverage2: 0.9 });
  };
  const rows = (figure: Mounted): string[] =>
    [...figure.root.querySelectorAll('tbody th')].map((head) => head.textContent ?? '');

  it.each([
    ['diagonal', ['Prior mass inside the 1σ ellipses', 'Prior mass inside the 2σ ellipses']],
    ['box', ['Prior mass inside the 1.73σ rectangles']],
    ['point', ['Prior mass inside the posteriors, which are points']],
  ] as const)('has the coverage of %s posteriors', async (family, names) => {
    const figure = await mount(createElement(Numbers));
    measured(figure);
    figure.lab.next({ family });
    unfold(figure);
    await until(() => rows(figure).filter((name) => name.startsWith('Prior mass'))).toEqual(names);
  });

  it('says of boxes, and of nothing else, what their corners cost and why ellipses', async () => {
    const figure = await mount(createElement(Numbers));
    measured(figure);
    figure.lab.next({ family: 'box' });
    unfold(figure);
    // Two axes; every box reaches to 1 + √3·0.2 = 1.35 of √3.
    await until(() => figure.root.querySelector('p.fine')?.textContent).toBe(
      'Why ellipses: of these 3.50 nats, ellipses of the same σ would have 3.15; the corners add 0.353, 0.1765 an axis. Against a prior uniform on ±1.73 the KL is infinite as soon as a rectangle pokes out, and 0 of 4 do.',
    );
    figure.lab.next({ family: 'box', mu: Float32Array.of(1.5, 0, 0, 1, -1, 0, 0, -1.6), step: 101 });
    await until(() => figure.root.querySelector('p.fine')?.textContent).toContain('2 of 4 do');
    figure.lab.next({ family: 'diagonal', step: 102 });
    await until(() => figure.root.querySelector('p.fine')).toBe(null);
  });
});

describe('more settings', () => {
  it('show σ̃ as it trains where it is learned, and only there', async () => {
    const figure = await mount(createElement(MoreSettings));
    unfold(figure);
    const likelihood = (): HTMLSelectElement | undefined =>
      [...figure.root.querySelectorAll('select')].find(({ labels }) => labels[0]?.textContent === 'Likelihood');
    await until(() => likelihood()?.value).toBe('bernoulli');
    expect(likelihood()!.getAttribute('aria-describedby')).toBe(null);
    figure.lab.store.setState(({ settings }) => ({ settings: { ...settings, likelihood: 'gaussian-learned' } }));
    await until(() => figure.root.textContent).toContain('σ̃ is trained along: – now');
    for (const [sigmaX, text] of [
      [0.3, '0.3'],
      [0.21346, '0.213'],
    ] as const) {
      figure.lab.next({ sigmaX });
      await until(() => figure.root.textContent).toContain(`σ̃ is trained along: ${text} now`);
    }
    // It is no slider then.
    expect(figure.root.textContent).not.toContain('σ̃ of a pixel');
  });

  it('have no group without a control', async () => {
    const figure = await mount(createElement(MoreSettings), ['size', 'holdout']);
    unfold(figure);
    await until(() => [...figure.root.querySelectorAll('legend')].map(({ textContent }) => textContent)).toEqual([
      'Model',
      'Objective',
      'Training',
    ]);
  });

  it('say what the chosen posterior is', async () => {
    const figure = await mount(createElement(MoreSettings));
    unfold(figure);
    const posterior = (): HTMLSelectElement | undefined =>
      [...figure.root.querySelectorAll('select')].find(({ labels }) => labels[0]?.textContent === 'Posterior');
    await until(() => posterior()?.value).toBe('diagonal');
    const hint = (): string | null | undefined =>
      document.getElementById(posterior()!.getAttribute('aria-describedby')!)?.textContent;
    expect(hint()).toContain('parallel to the axes');
    figure.lab.store.setState(({ settings }) => ({ settings: { ...settings, posterior: 'box' } }));
    await until(hint).toContain('0.1765 nats more an axis');
  });
});
