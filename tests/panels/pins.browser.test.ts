/** Pins, the path through them and A − B + C, with decodes that are as dark as the first coordinate of their codes says. */
import { createElement, Fragment } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { panelSvg } from '../../src/draw/still/panelSvg';
import { themeOf } from '../../src/draw/theme';
import { pathAt } from '../../src/math/path';
import { LatentPlane } from '../../src/panels/LatentPlane';
import { Path } from '../../src/panels/Path';
import { Pins } from '../../src/panels/Pins';
import { MAX_PINS } from '../../src/state/pinBounds';
import { type Mounted, mountFigure } from './figure';

const until = <T>(see: () => T) => expect.poll(see);

const WIDTH = 325;
/** CSS pixels of one latent unit in the window at rest. */
const UNIT = WIDTH / 6.5;

let figure: Mounted;
beforeEach(async () => {
  const panels = [LatentPlane, Path, Pins].map((panel, key) => createElement(panel, { key }));
  figure = await mountFigure(createElement(Fragment, null, panels), WIDTH);
  figure.lab.next();
  await until(() => find('.prior')).not.toBeNull();
});
afterEach(() => figure.unmount());

const find = <E extends Element>(selector: string): E | null => figure.root.querySelector<E>(selector);
const all = <E extends Element>(selector: string): E[] => [...figure.root.querySelectorAll<E>(selector)];
const texts = (selector: string): (string | null)[] => all(selector).map(({ textContent }) => textContent);
const pins = () => figure.lab.pins;
const names = (): string[] => pins().all.map(({ name }) => name);
const named = (name: string): HTMLElement => find<HTMLElement>(`[aria-label="${name}"]`)!;
const press = (element: Element, key: string, more: KeyboardEventInit = {}): void => {
  element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...more }));
};

/** The middle of an element in the plane, in latent units of the window at rest. */
function codeOf(element: Element): [number, number] {
  const stage = find('.plane-stage')!.getBoundingClientRect();
  const { left, top, width, height } = element.getBoundingClientRect();
  return [(left + width / 2 - stage.left) / UNIT - 3.25, 3.25 - (top + height / 2 - stage.top) / UNIT];
}

/** Ink 0 … 1 in the middle of the i-th of so many images side by side. */
function inkOf(canvas: HTMLCanvasElement, i = 0, of = 1): number {
  const { paper, ink } = themeOf(false);
  const { data } = canvas
    .getContext('2d')!
    .getImageData(Math.floor(((i + 0.5) / of) * canvas.width), canvas.height >> 1, 1, 1);
  return (paper[0] - data[0]!) / (paper[0] - ink[0]);
}

/** The darkness of a decode: the fake decoder's, of codes from −4 to 4. */
const shade = (x: number): number => (x + 4) / 8;

/** Puts pins down and waits until their decodes are asked for. */
async function place(...points: readonly { x: number; y: number; name?: string }[]): Promise<void> {
  pins().place(points);
  await until(() => all('.pin-list li')).toHaveLength(points.length);
}

describe('the list of pins', () => {
  it('has the name, the code and the decode of each, in the order of the list', async () => {
    await place({ x: -4, y: 0 }, { x: 4, y: 1, name: 'one' });
    expect(all<HTMLInputElement>('.pin-called').map(({ value }) => value)).toEqual(['A', 'one']);
    expect(texts('.pin-list .fine')).toEqual(['(−4.00, 0.00)', '(4.00, 1.00)']);
    await until(() => texts('.plane-stage .pin text')).toEqual(['A', 'one']);
    figure.lab.next();
    await until(() => all<HTMLCanvasElement>('.pin-list canvas').map((canvas) => inkOf(canvas))).toEqual([0, 1]);
    // Another order asks for nothing new: the same decodes change places.
    named('Move pin one up the list').click();
    expect(names()).toEqual(['one', 'A']);
    figure.lab.next();
    await until(() => all<HTMLCanvasElement>('.pin-list canvas').map((canvas) => inkOf(canvas))).toEqual([1, 0]);
    expect(named('Move pin one up the list').ariaDisabled).toBe('true');
    expect(named('Move pin A down the list').ariaDisabled).toBe('true');
    named('Remove pin one').click();
    expect(names()).toEqual(['A']);
  });

  it('says when there are as many as are kept, and what a further one does', async () => {
    await place(...Array.from({ length: MAX_PINS - 1 }, (_, i) => ({ x: i / 50, y: 0 })));
    const told = (): string | null | undefined => find('[role="status"]')?.textContent;
    expect(told()).toBeUndefined();
    pins().add(1, 1);
    await until(told).toContain('A further one takes the place of the oldest.');
    pins().remove(pins().all[0]!.id);
    await until(told).toBeUndefined();
  });

  it('shows a pin that is dragged as it was in the frame, not as it was before the drag', async () => {
    await place({ x: -4, y: 0 });
    figure.lab.next();
    await until(() => inkOf(find('.pin-list canvas')!)).toBe(0);
    const { id } = pins().all[0]!;
    pins().move(id, 0, 0);
    await until(() => Object.values(figure.lab.requests).some((r) => r.kind === 'decode' && r.points[0] === 0)).toBe(
      true,
    );
    figure.lab.next();
    pins().move(id, 4, 0);
    await until(() => texts('.pin-list .fine')).toEqual(['(4.00, 0.00)']);
    await until(() => inkOf(find('.pin-list canvas')!)).toBeCloseTo(0.5, 1);
  });

  it('renames by the field: Enter and leaving take it, Escape takes it back, and what is no name is told', async () => {
    await place({ x: 0, y: 0 });
    const field = find<HTMLInputElement>('.pin-called')!;
    const type = (text: string): void => {
      field.focus();
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(field, text);
      field.dispatchEvent(new Event('input', { bubbles: true }));
    };
    type('seven');
    await until(() => field.value).toBe('seven');
    expect(names()).toEqual(['A']);
    press(field, 'Enter');
    await until(names).toEqual(['seven']);
    type('eight');
    await until(() => field.value).toBe('eight');
    press(field, 'Escape');
    await until(() => field.value).toBe('seven');
    type('  ');
    await until(() => find('.pin-fault')?.textContent).toContain('1 to 24 characters');
    field.blur();
    await until(() => field.value).toBe('seven');
    expect(find('.pin-fault')).toBeNull();
    type('nine');
    await until(() => field.value).toBe('nine');
    field.blur();
    await until(names).toEqual(['nine']);
  });

  it('is nudged on the plane by arrow keys, by a tenth with Shift, and removed by Delete', async () => {
    await place({ x: 0, y: 0 });
    const pin = find('.plane-stage .pin')!;
    expect(pin.getAttribute('aria-label')).toContain('Pin A, code (0.00, 0.00)');
    press(pin, 'ArrowRight');
    const step = pins().all[0]!.x;
    expect(step).toBeCloseTo(6.5 / 50, 6);
    press(pin, 'ArrowUp', { shiftKey: true });
    expect(pins().all[0]!.y).toBeCloseTo(step / 10, 6);
    press(pin, 'Delete');
    expect(pins().all).toEqual([]);
  });

  it('is taken along with the names that stand in its fields', async () => {
    await place({ x: 0, y: 0, name: 'seven' });
    const svg = panelSvg(find('.pin-list')!, {
      paper: '#fff',
      bleeds: false,
      title: 'pins',
      address: '',
      canvas: () => null,
    });
    const said = [...svg.querySelectorAll('text')].map(({ textContent }) => textContent);
    expect(said).toEqual(['seven', expect.stringContaining('0.00')]);
    const field = find('.pin-called')!.getBoundingClientRect();
    const list = find('.pin-list')!.getBoundingClientRect();
    const text = svg.querySelector('text')!;
    expect(Number(text.getAttribute('x'))).toBeGreaterThanOrEqual(field.left - list.left);
    expect(Number(text.getAttribute('y'))).toBeLessThan(field.bottom - list.top);
    expect(Number(text.getAttribute('y'))).toBeGreaterThan(field.top - list.top);
  });
});

describe('the path through the pins', () => {
  const strip = (): HTMLCanvasElement => find<HTMLCanvasElement>('.path-images canvas')!;
  const slider = (): HTMLElement => find<HTMLElement>('[role="slider"].path-marks')!;
  const stops = (): number => Number(slider().getAttribute('aria-valuemax'));

  it('is not there before the second pin; then its decodes go from the first to the last in equal steps', async () => {
    await place({ x: -4, y: 0 });
    expect(find('.pin-path')).toBeNull();
    await place({ x: -4, y: 0 }, { x: 0, y: 0 }, { x: 4, y: 0 });
    await until(strip).not.toBeNull();
    await until(() => all('.path-stop').length).toBe(stops());
    const dots = all('.path-stop').map((dot) => codeOf(dot)[0]);
    dots.forEach((x, i) => {
      expect(x).toBeCloseTo(-4 + (8 * i) / (stops() - 1), 1);
    });
    figure.lab.next({ step: 101 });
    await until(() => strip().dataset.step).toBe('101');
    for (let i = 0; i < stops(); i++) expect(inkOf(strip(), i, stops())).toBeCloseTo(i / (stops() - 1), 1);
    expect(texts('.path-names span')).toEqual(['A', 'B', 'C']);
    expect(texts('summary')[0]).toBe('Path A → B → C');
    // As many as there is room for.
    const before = stops();
    figure.root.style.width = `${2 * WIDTH}px`;
    await until(stops).toBeGreaterThan(1.5 * before);
    await until(() => all('.path-stop').length).toBe(stops());
  });

  it('marks on the plane the image that is pointed at, and in the strip the place of the line that is', async () => {
    await place({ x: -2, y: 0 }, { x: 2, y: 0 }, { x: 2, y: 2 });
    await until(() => all('.path-stop').length).toBeGreaterThan(2);
    const box = slider().getBoundingClientRect();
    const last = stops() - 1;
    slider().dispatchEvent(
      new PointerEvent('pointermove', {
        bubbles: true,
        clientX: box.left + (1.5 / stops()) * box.width,
        clientY: box.top,
      }),
    );
    const [x, y] = pathAt([-2, 0, 2, 0, 2, 2], 1 / last);
    await until(() => codeOf(find('.path-at')!)).toEqual([expect.closeTo(x, 1), expect.closeTo(y, 1)]);
    expect(slider().getAttribute('aria-valuenow')).toBe('2');
    slider().dispatchEvent(new PointerEvent('pointerout', { bubbles: true, pointerType: 'mouse' }));
    await until(() => find('.path-at')).toBeNull();

    const stage = find('.plane-stage')!.getBoundingClientRect();
    find('.path-reach')!.dispatchEvent(
      new PointerEvent('pointermove', {
        clientX: stage.left + (2 + 3.25) * UNIT,
        clientY: stage.top + (3.25 - 1.9) * UNIT,
      }),
    );
    await until(() => slider().getAttribute('aria-valuenow')).toBe(String(stops()));
    expect(find('.path-here')!.getBoundingClientRect().right).toBeCloseTo(box.right, 0);
    find('.path-reach')!.dispatchEvent(new PointerEvent('pointerleave'));
    await until(() => find('.path-here')).toBeNull();
  });

  it('is gone through by keys, and the place that is marked is decoded', async () => {
    await place({ x: -4, y: 0 }, { x: 4, y: 0 });
    await until(strip).not.toBeNull();
    slider().focus();
    await until(() => pins().path.marks.at).toBe(0);
    press(slider(), 'End');
    expect(pins().path.marks.at).toBe(1);
    press(slider(), 'ArrowLeft');
    await until(() => slider().getAttribute('aria-valuenow')).toBe(String(stops() - 1));
    expect(slider().getAttribute('aria-valuetext')).toMatch(new RegExp(`^${stops() - 1} of ${stops()}, code \\(`));
    press(slider(), 'Home');
    press(slider(), 'ArrowLeft');
    expect(pins().path.marks.at).toBe(0);
    pins().path.mark(0.75);
    await until(() => texts('.path-foot span')[0]).toBe('z (2.00, 0.00)');
    figure.lab.next();
    await until(() => inkOf(find('.path-part > .tile')!)).toBeCloseTo(shade(2), 1);
    slider().blur();
    await until(() => pins().path.marks.at).toBeNull();
  });

  it('is drawn while it is open, and asks for nothing when it is closed', async () => {
    await place({ x: -1, y: 0 }, { x: 1, y: 0 });
    await until(() => find('.path-line')).not.toBeNull();
    const asked = Object.keys(figure.lab.requests).length;
    find<HTMLElement>('.pin-path summary')!.click();
    await until(() => find('.path-line')).toBeNull();
    expect(figure.lab.layers.shown).not.toContain('path');
    await until(() => Object.keys(figure.lab.requests).length).toBe(asked - 2);
    figure.lab.layers.set({ path: true });
    await until(() => find('.path-line')).not.toBeNull();
    await until(strip).not.toBeNull();
    // Pins that go take the path with them.
    await place({ x: -1, y: 0 });
    await until(() => find('.path-line')).toBeNull();
    expect(find('.pin-path')).toBeNull();
  });

  it('of pins that coincide stays where it is', async () => {
    await place({ x: 1, y: 1 }, { x: 1, y: 1 });
    await until(() => all('.path-stop').length).toBeGreaterThan(2);
    for (const dot of all('.path-stop')) expect(codeOf(dot)).toEqual([expect.closeTo(1, 1), expect.closeTo(1, 1)]);
    expect(texts('.path-foot span')[1]).toBe('length 0');
  });
});

describe('A − B + C', () => {
  const chosen = (): string[] =>
    all<HTMLSelectElement>('.sum-line select').map(({ selectedOptions }) => selectedOptions[0]!.text);

  it('asks for a third pin, then shows four decodes and the same step twice', async () => {
    figure.lab.layers.set({ arithmetic: true });
    await place({ x: 1, y: 1 }, { x: -1, y: 0 });
    await until(() => find('.pin-path')?.textContent).toContain('Pin a third code');
    expect(find('.arrow')).toBeNull();
    await place({ x: 1, y: 1 }, { x: -1, y: 0 }, { x: 0, y: -2 });
    await until(chosen).toEqual(['A', 'B', 'C']);
    expect(texts('summary')[1]).toBe('Arithmetic A − B + C');
    await until(() => all('.arrow')).toHaveLength(2);
    const [first, second] = all('.arrow').map((arrow) => arrow.getBoundingClientRect());
    expect(second!.width).toBeCloseTo(first!.width, 1);
    expect(second!.height).toBeCloseTo(first!.height, 1);
    expect(codeOf(find('.sum circle')!)).toEqual([expect.closeTo(2, 1), expect.closeTo(-1, 1)]);
    figure.lab.next();
    await until(() => all<HTMLCanvasElement>('.sum-term canvas').map((canvas) => inkOf(canvas))).toEqual(
      [1, -1, 0, 2].map((x) => expect.closeTo(shade(x), 1)),
    );
    expect(find('.sum-result .fine')!.textContent).toBe('z (2.00, −1.00)');
  });

  it('is of the pins that are chosen, whose result can be pinned; equal pins leave no arrow', async () => {
    figure.lab.layers.set({ arithmetic: true });
    await place({ x: 1, y: 1 }, { x: -1, y: 0 }, { x: 0, y: -2 });
    await until(chosen).toEqual(['A', 'B', 'C']);
    const minus = all<HTMLSelectElement>('.sum-line select')[1]!;
    minus.value = '0';
    minus.dispatchEvent(new Event('change', { bubbles: true }));
    await until(chosen).toEqual(['A', 'A', 'C']);
    expect(pins().arithmetic.places).toEqual([0, 0, 2]);
    await until(() => all('.arrow').map((arrow) => arrow.getAttribute('d'))).toEqual(['', '']);
    expect(find('.sum text')!.textContent).toBe('A − A + C');
    find<HTMLButtonElement>('.sum-result button')!.click();
    expect(pins().all.at(-1)).toMatchObject({ name: 'D', x: 0, y: -2 });
    figure.lab.layers.set({ arithmetic: false });
    await until(() => find('.sum')).toBeNull();
  });
});
