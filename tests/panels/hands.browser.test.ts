/** What a pad and fields take from pointers and keys, and what they leave to others. */
import { createElement } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Setting } from '../../src/panels/Setting';
import SquarePadBody from '../../src/panels/SquarePadBody';
import { type Mounted, mountFigure } from './figure';

let figure: Mounted | null = null;
afterEach(() => figure?.unmount());

const find = <T extends HTMLElement>(selector: string): T => figure!.root.querySelector<T>(selector)!;

it('the square of β and σ follows the main button and the first finger alone', async () => {
  figure = await mountFigure(createElement(SquarePadBody), 300);
  const surface = find('.pad-thumb').parentElement!;
  surface.setPointerCapture = () => undefined;
  const set = vi.spyOn(figure.lab, 'set');
  const press = (init: PointerEventInit): boolean =>
    surface.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, isPrimary: true, ...init }));
  press({ button: 2 });
  press({ button: 1 });
  press({ button: 0, isPrimary: false });
  expect(set).not.toHaveBeenCalled();
  press({ button: 0 });
  expect(set).toHaveBeenCalledOnce();
  // Browsers have what a finger is put down on capture it.
  surface.hasPointerCapture = () => true;
  const move = (isPrimary: boolean): boolean =>
    surface.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, isPrimary }));
  move(false);
  expect(set).toHaveBeenCalledOnce();
  move(true);
  expect(set).toHaveBeenCalledTimes(2);
});

it('the square of β and σ leaves keys to the browser that are held with Alt, Ctrl or Meta', async () => {
  figure = await mountFigure(createElement(SquarePadBody), 300);
  const set = vi.spyOn(figure.lab, 'set');
  const isTaken = (init: KeyboardEventInit): boolean =>
    !find('.pad-thumb').dispatchEvent(
      new KeyboardEvent('keydown', { key: 'ArrowLeft', bubbles: true, cancelable: true, ...init }),
    );
  expect([{ altKey: true }, { ctrlKey: true }, { metaKey: true }].map(isTaken)).toEqual([false, false, false]);
  expect(set).not.toHaveBeenCalled();
  expect(isTaken({})).toBe(true);
  expect(set).toHaveBeenCalledOnce();
});

it.each([
  [0.5, 1.34, 'ArrowRight', 0.5, 1.34],
  [0.5, 1.34, 'ArrowLeft', 0.5, 1],
  [2, 0.5, 'ArrowRight', 2, 0.55],
  [0.5, 0.5, 'Home', 0.5, 0],
  [0.5, 0.5, 'End', 0.5, 1],
  [0.5, 0.5, 'PageUp', 0.7, 0.5],
  [0.1, 0.5, 'PageDown', 0, 0.5],
])('the square at β %d and σ %d goes by %s to %d and %d', async (beta, noiseScale, key, nextBeta, nextNoise) => {
  figure = await mountFigure(createElement(SquarePadBody), 300);
  await figure.lab.set({ beta, noiseScale });
  find('.pad-thumb').focus();
  await userEvent.keyboard(`{${key}}`);
  await expect.poll(() => [figure!.lab.settings.beta, figure!.lab.settings.noiseScale]).toEqual([nextBeta, nextNoise]);
});

it('a field that was refused says so until it is mended, be it to what was there before', async () => {
  figure = await mountFigure(createElement(Setting, { of: 'hidden' }), 300);
  const { lab } = figure;
  const real = lab.set.bind(lab);
  lab.set = (changes) => {
    if (changes.hidden?.some((width) => width > 1024)) throw new RangeError('too wide');
    return real(changes);
  };
  const field = find<HTMLInputElement>('input');
  const before = field.value;
  const refused = (): string | null => field.getAttribute('aria-invalid');
  const type = async (text: string): Promise<void> => {
    await userEvent.fill(field, text);
    await userEvent.keyboard('{Enter}');
  };
  await type('9999');
  await expect.poll(refused).toBe('true');
  expect(field.value).toBe('9999');
  await type(before);
  await expect.poll(refused).toBe('false');
  await type('9999');
  await expect.poll(refused).toBe('true');
  // Changed elsewhere.
  await real({ hidden: [32, 16] });
  await expect.poll(() => [field.value, refused()]).toEqual(['32 16', 'false']);
});
