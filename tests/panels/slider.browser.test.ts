/** Sliders under keys and pointers: a key always leads on, and a pointer to where it is. */
import { createElement } from 'react';
import { afterEach, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Slider } from '../../src/panels/Slider';
import { type Mounted, mountFigure } from './figure';

let figure: Mounted | null = null;
afterEach(() => figure?.unmount());

type Of = 'noiseScale' | 'samples' | 'batchSize' | 'beta';

/** A slider that has the focus, what it was set to since, and its input. */
async function sliderOf(of: Of, value: number): Promise<{ readonly set: number[]; readonly input: HTMLInputElement }> {
  const set: number[] = [];
  const slider = createElement(Slider, { of, value, name: of, onChange: (next) => void set.push(next) });
  figure = await mountFigure(slider, 400);
  const input = figure.root.querySelector('input')!;
  input.focus();
  return { set, input };
}

it.each([
  ['noiseScale', 1, 'ArrowRight', 1.01],
  ['noiseScale', 1.5, 'ArrowLeft', 1.49],
  ['batchSize', 64, 'ArrowRight', 65],
  ['batchSize', 64, 'ArrowLeft', 63],
  ['samples', 1, 'ArrowRight', 2],
  ['samples', 16, 'ArrowLeft', 15],
  ['samples', 1, 'PageUp', 2],
] as const)('%s of %d goes by %s to %d', async (of, value, key, next) => {
  const { set } = await sliderOf(of, value);
  await userEvent.keyboard(`{${key}}`);
  expect(set).toEqual([next]);
});

it.each([
  ['noiseScale', 1.5, 'ArrowRight'],
  ['noiseScale', 0, 'ArrowLeft'],
] as const)('%s of %d, an end, stays there after %s', async (of, value, key) => {
  const { set } = await sliderOf(of, value);
  await userEvent.keyboard(`{${key}}`);
  expect(set).toEqual([]);
});

it('a press is at the value under the pointer, and not beyond', async () => {
  const { set, input } = await sliderOf('samples', 1);
  const { width, height } = input.getBoundingClientRect();
  // A tenth of the way from 1 to 16 by factors is 1.3 samples: one.
  await userEvent.click(input, { position: { x: 0.1 * width, y: height / 2 } });
  expect(set.every((value) => value === 1)).toBe(true);
});
