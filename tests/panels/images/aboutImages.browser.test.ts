import { createElement } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { DataSource } from '../../../src/panels/DataSource';
import type { Settings } from '../../../src/state/settings';
import { type Mounted, mountFigure } from '../figure';

const until = <T>(see: () => T) => expect.poll(see);

let figure: Mounted;
afterEach(() => figure.unmount());

const find = <T extends Element>(selector: string): T | null => figure.root.querySelector<T>(selector);
const body = (): string => find('.about-images-body')?.textContent ?? '';

/** What is said of the images of a set, unfolded. */
async function opened(data: string, settings: Partial<Settings> = {}): Promise<void> {
  figure = await mountFigure(createElement(DataSource), 240);
  const { lab } = figure;
  lab.store.setState(({ settings: before }) => ({ settings: { ...before, data: data as 'strokes', ...settings } }));
  lab.next();
  await until(() => find('.about-images summary')?.textContent).toBe('4 images, 4 × 4');
  find<HTMLDetailsElement>('.about-images')!.open = true;
  await until(body).not.toBe('');
}

/** What a reader types, and leaves. */
function type(input: HTMLInputElement, text: string): void {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(input, text);
  input.dispatchEvent(new Event('input', { bubbles: true }));
  input.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
}

describe('what is said of the images', () => {
  it('is what they are and whose work, with a link to it', async () => {
    await opened('uci-digits');
    expect(body()).toContain('E. Alpaydin and C. Kaynak');
    expect(body()).toContain('CC BY 4.0');
    expect(find<HTMLAnchorElement>('.about-images a')!.href).toBe('https://doi.org/10.24432/C50P49');
    expect(figure.root.scrollWidth).toBeLessThanOrEqual(240);
  });

  it('is that this page has drawn them, where it has', async () => {
    await opened('strokes');
    expect(body()).toContain('Drawn by this page.');
    expect(find('.about-images a')).toBeNull();
  });

  it('leads to the licences of the typefaces', async () => {
    await opened('faces');
    expect(find<HTMLAnchorElement>('.about-images a')!.href).toMatch(/\/data\/faces\/LICENSES\.txt$/);
  });

  it('has how many there are at most', async () => {
    await opened('uci-digits');
    const input = find<HTMLInputElement>('.about-images input[type="number"]')!;
    expect(input.labels![0]!.textContent).toBe('Images at most, 0: as usual');
    type(input, '500');
    await until(() => figure.lab.settings.count).toBe(500);
  });
});

describe('the variant of a data set', () => {
  it('of typefaces is a character, or several', async () => {
    await opened('faces');
    const select = find<HTMLSelectElement>('.about-images select')!;
    expect(select.value).toBe('a');
    expect(select.options).toHaveLength(4 + 62);
    select.value = 'upper';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await until(() => figure.lab.settings.variant).toBe('upper');
  });

  it('of shapes is what varies: at least something', async () => {
    await opened('shapes');
    const boxes = () => [...figure.root.querySelectorAll<HTMLInputElement>('.varied input')];
    const checked = () => boxes().map((box) => box.checked);
    expect(checked()).toEqual([true, true, false, true, true, false]);
    boxes()[2]!.click();
    await until(() => figure.lab.settings.variant).toBe('shape.size.angle.x.y');
    boxes()[2]!.click();
    await until(() => figure.lab.settings.variant).toBe('');
    void figure.lab.set({ variant: 'x' });
    await until(checked).toEqual([false, false, false, true, false, false]);
    expect(boxes().map((box) => box.disabled)).toEqual([false, false, false, true, false, false]);
  });

  it('of strokes is the hand, and what is none is refused', async () => {
    await opened('strokes', { variant: '7' });
    const input = find<HTMLInputElement>('.about-images input[type="text"]')!;
    expect(input.value).toBe('7');
    type(input, 'left');
    await until(() => find('.about-images [role="alert"]')?.textContent).toContain('whole number');
    expect(figure.lab.settings.variant).toBe('7');
    type(input, '1');
    await until(() => figure.lab.settings.variant).toBe('');
    await until(() => find('.about-images [role="alert"]')).toBeNull();
  });

  it('of digits there is none', async () => {
    await opened('uci-digits');
    expect(find('.about-images :is(select, fieldset)')).toBeNull();
  });
});
