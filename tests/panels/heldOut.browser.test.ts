import { createElement, Fragment } from 'react';
import { afterEach, expect, it } from 'vitest';
import { LossChart } from '../../src/panels/LossChart';
// Its keys come to the page with the first layer that has one.
import '../../src/panels/LayerKeys.css';
import NumbersTable from '../../src/panels/NumbersTable';
import type { Measures } from '../../src/worker/jobAnswers';
import { frameOf } from '../support/fakeClient';
import { measuresOf } from '../support/measures';
import { type Mounted, mountFigure } from './figure';

const until = <T>(see: () => T) => expect.poll(see);

let figure: Mounted;
afterEach(() => figure.unmount());

const texts = (selector: string): (string | null)[] =>
  [...figure.root.querySelectorAll(selector)].map(({ textContent }) => textContent);
const curve = (): string => figure.root.querySelector('.series-held-out')?.getAttribute('d') ?? '';

/** What a table is shown of. */
const measures: Partial<Measures> = {
  training: { n: 1617, reconstruction: 20, regulariser: 3, kl: 3.2, elbo: -23.2 },
  heldOut: { n: 180, reconstruction: 22, regulariser: 4, kl: 4.1, elbo: -26.1 },
  mutualInformation: 3.1,
};

/** Answers surveys with these measures from now on. */
function measureAs(changes: Partial<Measures>): void {
  const { lab } = figure;
  lab.survey = async () => measuresOf({ step: lab.frame!.step, ...changes });
}

function holdOut(images: Uint32Array<ArrayBuffer>): void {
  const { store } = figure.lab;
  store.setState({ run: { ...store.getState().run, heldOut: images } });
}

it('has a curve beside that of training, and its last value', async () => {
  figure = await mountFigure(createElement(LossChart), 400);
  const { lab } = figure;
  const answer = (step: number, total: number): void => {
    lab.survey = async (kind) => {
      expect(kind).toBe('heldOut');
      const loss = { step, axes: [0, 1], reconstruction: 22, regulariser: 4, total } as const;
      // As the surveys of a whole lab do.
      lab.history.addHeldOut(loss);
      return loss;
    };
  };
  answer(100, 26);
  lab.history.add(frameOf({ step: 90, losses: { reconstruction: 30, regulariser: 3, total: 33 } }));
  lab.next();
  await until(() => texts('.loss .key')).toEqual([
    'R + βK 24.0',
    'R, reconstruction 20.0',
    'βK, pull of the prior 4.00',
  ]);
  expect(curve()).toBe('');
  holdOut(Uint32Array.of(2));
  await until(() => texts('.loss .key')).toEqual([
    'R + βK, trained on 24.0',
    'R + βK, held out 26.0',
    'R, reconstruction 20.0',
    'βK, pull of the prior 4.00',
  ]);
  // As its curve is: a dash, not the square of the codes of such images.
  const mark = getComputedStyle(figure.root.querySelector('.loss .key-heldOut')!, '::before');
  expect([mark.borderTopStyle, mark.borderLeftStyle, mark.width]).toEqual(['dashed', 'none', '16px']);
  expect(curve()).toMatch(/^M\S+ \S+h0$/);
  expect(figure.root.querySelector('.loss svg')!.getAttribute('aria-label')).toMatch(/held out: 26\.0 nats/);
  answer(101, 25);
  lab.next({ step: 101 });
  await until(() => texts('.loss .key')[1]).toBe('R + βK, held out 25.0');
  expect(lab.history.heldOut).toEqual([
    { step: 100, reconstruction: 22, weighted: 4, total: 26 },
    { step: 101, reconstruction: 22, weighted: 3, total: 25 },
  ]);
  expect(curve()).toMatch(/^M\S+ \S+L\S+ \S+$/);
});

it('stands beside training in the table, where some images are held out', async () => {
  figure = await mountFigure(createElement(Fragment, null, createElement(NumbersTable)), 400);
  const { lab } = figure;
  measureAs({ ...measures, training: { ...measures.training!, n: 1797 }, heldOut: null });
  lab.next();
  await until(() => texts('td')[0]).toBe('20.0 nats');
  expect(figure.root.querySelector('thead')!.className).toBe('hidden');
  measureAs(measures);
  lab.next({ step: 101 });
  await until(() => texts('thead th')).toEqual(['measure', 'trained on: 1,617', 'held out: 180']);
  const row = (name: string): (string | null)[] => {
    const found = [...figure.root.querySelectorAll('tbody tr')].find((each) => each.textContent!.startsWith(name))!;
    return [...found.querySelectorAll('td')].map(({ textContent }) => textContent);
  };
  expect(row('Reconstruction R')).toEqual(['20.0 nats', '22.0 nats']);
  expect(row('KL to the prior')).toEqual(['3.20 nats', '4.10 nats']);
  expect(row('ELBO')).toEqual(['−23.2 nats', '−26.1 nats']);
  expect(row('Mutual information')).toEqual(['3.10 nats']);
  expect(figure.root.querySelector('thead')!.className).toBe('');
});
