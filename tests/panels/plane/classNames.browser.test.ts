import { expect, it } from 'vitest';
import { planeScales } from '../../../src/draw/plane/scales';
import { svgElement } from '../../../src/draw/svg';
import { themeOf } from '../../../src/draw/theme';
import { classNamesLayer } from '../../../src/panels/plane/classNames';
import type { PlaneScene } from '../../../src/panels/plane/layer';

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
  classNamesLayer(group).paint({
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
