import { afterEach, expect, it } from 'vitest';
import { attachZoom } from '../../../src/draw/plane/gestures';
import { svgElement } from '../../../src/draw/svg';
import type { PlaneWindow } from '../../../src/math/window';

const SIZE = 200;

afterEach(() => document.body.replaceChildren());

/**
 * Half the side of the window after one turn of the wheel over its middle.
 * @param delta below 0 to come closer
 * @param size CSS pixels a side
 */
function turned(half: number, delta: number, size = SIZE, ctrlKey = false): number {
  const svg = document.body.appendChild(svgElement('svg', { width: size, height: size }));
  let taken: PlaneWindow | null = null;
  const zoom = attachZoom(svg, (window) => {
    taken = window;
  });
  zoom.sync({ x: 0, y: 0, half }, size);
  const { left, top } = svg.getBoundingClientRect();
  svg.dispatchEvent(
    new WheelEvent('wheel', {
      deltaY: delta,
      clientX: left + size / 2,
      clientY: top + size / 2,
      ctrlKey,
      cancelable: true,
    }),
  );
  zoom.dispose();
  return taken === null ? half : (taken as PlaneWindow).half;
}

it.each([0.001, 0.01, 0.02, 1, 400, 5000, 1e6])(
  'a wheel over a window of half %d never leads the other way',
  (half) => {
    expect(turned(half, -100)).toBeLessThanOrEqual(half * (1 + 1e-9));
    expect(turned(half, 100)).toBeGreaterThanOrEqual(half * (1 - 1e-9));
  },
);

it('scrolls the page where the plane fills the window, but with Ctrl, as a pinch on a touchpad has it', () => {
  expect(turned(1, -100, 2 * innerHeight)).toBe(1);
  expect(turned(1, -100, 2 * innerHeight, true)).toBeLessThan(1);
});

it('does not lead beyond the closest and the widest view, but back from there', () => {
  expect(turned(0.02, -100)).toBe(0.02);
  expect(turned(400, 100)).toBe(400);
  expect(turned(0.001, 100)).toBeGreaterThan(0.001);
  expect(turned(1e6, -100)).toBeLessThan(1e6);
});
