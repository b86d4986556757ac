/** What is in nats is said to be, in every panel, and nothing else. */
import { createElement, Fragment } from 'react';
import { afterEach, expect, it } from 'vitest';
import { LossChart } from '../../src/panels/LossChart';
import { useSentence } from '../../src/panels/slow/useSentence';
import type { Settings } from '../../src/state/settings';
import type { Stage } from '../../src/state/staged';
import { slowWords } from '../../src/text/slowMotion';
import type { NextStep } from '../../src/worker/jobAnswers';
import { plainHyper } from '../support/models';
import { type Mounted, mountFigure } from './figure';

const until = <T>(see: () => T) => expect.poll(see);

let figure: Mounted;
afterEach(() => figure.unmount());

type Objective = Pick<Settings, 'likelihood' | 'regulariser'>;

const Sentence = () => createElement('p', { className: 'sentence' }, useSentence(slowWords.en));

/** A stage of a step that is taken with an objective. */
function stage(of: Stage, objective: Objective): void {
  const slopes = { mu: Float64Array.of(3, 4), triangle: new Float64Array(4) };
  const step = {
    hyper: { ...plainHyper, ...objective },
    axes: [0, 1],
    losses: { reconstruction: 20.5, regulariser: 3.25, total: 23.75 },
    posteriors: { family: 'diagonal' },
    images: [
      {
        posterior: { mu: new Float64Array(2), triangle: Float64Array.of(1, 0, 0, 1) },
        slopes: { reconstruction: slopes, regulariser: slopes },
      },
    ],
  } as unknown as NextStep;
  const slow = { stage: of, step, after: null, progress: 1, playing: false, lacks: null };
  figure.lab.staged.setState({ slow });
}

it.each([
  ['bernoulli', 'kl', 'R = 20.5 nats', 'K = 3.25 nats', 'β = 1: 23.8 nats.', / nats per unit/, 'Loss, nats per image'],
  ['squared', 'kl', 'R = 20.5,', 'K = 3.25 nats', 'β = 1: 23.8.', /[0-9] per unit/, 'Loss per image'],
  ['gaussian', 'simple', 'R = 20.5 nats', 'K = 3.25 from', 'β = 1: 23.8.', /[0-9] per unit/, 'Loss per image'],
] as const)('%s and %s', async (likelihood, regulariser, r, k, total, pull, title) => {
  figure = await mountFigure(createElement(Fragment, null, createElement(Sentence), createElement(LossChart)), 500);
  const { store } = figure.lab;
  store.setState(({ settings }) => ({ settings: { ...settings, likelihood, regulariser } }));
  figure.lab.next();
  const sentence = () => figure.root.querySelector('.sentence')!.textContent;
  stage('loss', { likelihood, regulariser });
  await until(sentence).toContain('The loss is R + β·K');
  for (const part of [r, k, total]) expect(sentence()).toContain(part);
  stage('pulls', { likelihood, regulariser });
  await until(sentence).toMatch(pull);
  await until(() => figure.root.querySelector('.loss h2')?.textContent).toBe(title);
  await until(() => figure.root.querySelector('.loss svg')?.getAttribute('aria-label')).toMatch(
    title.includes('nats') ? /4\.00 nats per image$/ : /4\.00 per image$/,
  );
});
