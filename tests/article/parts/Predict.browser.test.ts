import { createElement } from 'react';
import { afterEach, expect, it } from 'vitest';
import { Predict } from '../../../src/article/parts/Predict';
import { SceneContext } from '../../../src/article/scene';
import { type OpenFigures, openFigures } from '../../../src/figures/openFigures';
import { autoencoder } from '../../../src/figures/specs/autoencoder';
import { mountOnPage, type OnPage } from '../../figures/page';
import { BASE_URL } from '../../support/digits';

/** Steps after which what happened is said. */
const STEPS = 30;

let opened: OpenFigures | null = null;
let mounted: OnPage | null = null;
afterEach(() => {
  mounted?.unmount();
  opened?.dispose();
});

it('a figure that has long been training answers by its new run, not by what the former one still shows', async () => {
  history.replaceState(null, '', '#v=1&play=0&e=simd');
  opened = openFigures([autoencoder], BASE_URL);
  const lab = opened.labs.byId('autoencoder')!;
  await lab.open();
  await lab.step(STEPS + 1);
  const asked = createElement(Predict, {
    figure: 'autoencoder',
    question: 'What will happen?',
    answers: ['This', 'That'],
    right: 1,
    set: { beta: 1 },
    steps: STEPS,
    children: 'It did.',
  });
  const scene = { language: 'en', root: './', Figure: () => null, openSymbols: () => undefined } as const;
  mounted = await mountOnPage(createElement(SceneContext, { value: scene }, asked), opened);
  const { root } = mounted;
  await expect.poll(() => root.querySelectorAll('input').length).toBe(2);
  // A reset that is on its way: the worker has not begun the run anew yet.
  const { reset } = lab;
  let begin = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    begin = resolve;
  });
  lab.reset = async () => {
    await held;
    await reset.call(lab);
  };
  root.querySelector('input')!.click();
  await expect.poll(() => root.textContent).toContain(`after ${STEPS} steps`);
  // One more frame of the former run.
  await lab.advance(1);
  begin();
  await expect.poll(() => [lab.frame!.step, lab.settings.beta]).toEqual([0, 1]);
  expect(root.textContent).not.toContain('It did.');
  await lab.advance(STEPS);
  await expect.poll(() => root.textContent).toContain('It did.');
  expect(root.textContent).toContain('You expected: This. What happened: That.');
});
