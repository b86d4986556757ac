import { afterEach, expect, it, vi } from 'vitest';
import { planeScales } from '../../../src/draw/plane/scales';
import { svgElement } from '../../../src/draw/svg';
import { themeOf } from '../../../src/draw/theme';
import { classNamesLayer } from '../../../src/panels/plane/classNames';
import type { PlaneScene } from '../../../src/panels/plane/layer';

afterEach(() => {
  vi.restoreAllMocks();
});

/** Six codes of three classes; `looked` counts how often their places are read. */
function paint(names: readonly string[] | null, classes = true) {
  let looked = 0;
  const frame = {
    get plane() {
      looked += 1;
      return { mu: Float32Array.of(-1, 0, -1, 0, 0, 1, 0, 1, 1, 0, 1, 0) };
    },
  };
  const group = svgElement('g');
  classNamesLayer(group, () => 1).paint({
    frame,
    labels: Uint8Array.of(0, 0, 1, 1, 2, 2),
    names,
    scales: planeScales({ x: 0, y: 0, half: 2 }, 400),
    theme: themeOf(false),
    layers: { classes },
  } as unknown as PlaneScene);
  return { texts: Array.from(group.children, ({ textContent }) => textContent), looked };
}

it('classes are named by their numbers, or by names where they have some', () => {
  expect(paint(null).texts).toEqual(['0', '1', '2']);
  expect(paint(['a', 'b']).texts).toEqual(['a', 'b']);
});

it('where there is nothing to name, or names are not shown, codes are not looked at in every frame', () => {
  expect(paint([])).toEqual({ texts: [], looked: 0 });
  expect(paint(null, false)).toEqual({ texts: [], looked: 0 });
});

it('while training runs names rest between two moves, but go with the window, and at rest are where their codes are', () => {
  const clock = vi.spyOn(performance, 'now');
  const group = svgElement('g');
  let pace = 1;
  const layer = classNamesLayer(group, () => pace);
  const near = planeScales({ x: 0, y: 0, half: 2 }, 400);
  const far = planeScales({ x: 0, y: 0, half: 4 }, 400);
  const labels = Uint8Array.of(0);
  const [theme, layers] = [themeOf(false), { classes: true }];
  /** Where the name is, in pixels from the left, when a frame whose only code is at x has been painted. */
  const placeAt = (ms: number, x: number, training: boolean, scales = near): number => {
    clock.mockReturnValue(ms);
    const frame = { training, plane: { mu: Float32Array.of(x, 0) } };
    layer.paint({ frame, labels, names: null, scales, theme, layers } as unknown as PlaneScene);
    return Number(group.firstElementChild!.getAttribute('x'));
  };
  expect(placeAt(0, 0, true)).toBe(near.x(0));
  expect(placeAt(100, 1, true), 'soon after').toBe(near.x(0));
  expect(placeAt(110, 1, true, far), 'in another window').toBe(far.x(1));
  expect(placeAt(120, 1, true), 'and back').toBe(near.x(1));
  expect(placeAt(300, 0.5, true), 'later').toBe(near.x(0.5));
  pace = 3;
  expect(placeAt(700, 1, true), 'not so soon where the page cannot keep up').toBe(near.x(0.5));
  expect(placeAt(760, 1, true), 'later').toBe(near.x(1));
  pace = 1;
  expect(placeAt(770, -1, false), 'at rest').toBe(near.x(-1));
});
