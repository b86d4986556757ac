import { describe, expect, it } from 'vitest';
import { exposure } from '../../../src/draw/ellipses/exposure';
import { randomCloud, STYLE, viewOf } from './clouds';

const VIEW = viewOf(3.5, 560);
const SHAPE = { spread: 1, axes: [0.1, 0.3] } as const;

describe('exposure', () => {
  it('leaves a lone ellipse its ink', () => {
    const { fill, line, dot } = exposure(randomCloud(1, 1, { spread: 1, axes: [0.2, 0.2] }), VIEW, STYLE);
    expect(fill).toBeGreaterThan(0.85 * STYLE.fillDensity);
    expect(line).toBeGreaterThan(0.7 * STYLE.lineDensity);
    expect(dot).toBeGreaterThan(0.7 * STYLE.dotDensity);
  });

  it('lets a crowd be darker than a few, but a tenth as much as in proportion at most', () => {
    const few = exposure(randomCloud(50, 1, SHAPE), VIEW, STYLE);
    const many = exposure(randomCloud(60_000, 1, SHAPE), VIEW, STYLE);
    for (const key of ['fill', 'line'] as const) {
      expect(60_000 * many[key]).toBeGreaterThan(50 * few[key]);
      expect(60_000 * many[key]).toBeLessThan(100 * 50 * few[key]);
    }
  });

  it('gives as much ink to rectangles as to ellipses of the same area around the same centres', () => {
    const round = exposure(randomCloud(500, 2, SHAPE), VIEW, STYLE);
    const side = Math.sqrt(Math.PI) / 2;
    const cloud = randomCloud(500, 2, SHAPE);
    const square = exposure(
      { ...cloud, outline: 'rectangle', axes: cloud.axes.map((value) => side * value) },
      VIEW,
      STYLE,
    );
    expect(square.layers.fill / round.layers.fill).toBeCloseTo(1, 2);
    // A square is as much longer than a circle of its area.
    expect(square.layers.line / round.layers.line).toBeCloseTo(2 / Math.sqrt(Math.PI), 2);
    expect(square.layers.dot / round.layers.dot).toBeCloseTo(1, 2);
  });

  it('does not depend on the place of the cloud, nor the fill on the zoom', () => {
    const cloud = randomCloud(500, 2, SHAPE);
    const moved = { ...cloud, mu: cloud.mu.map((value) => value + 8) };
    const far = { ...VIEW, unitsPerPixel: VIEW.unitsPerPixel * 3 };
    const here = exposure(cloud, VIEW, STYLE);
    expect(exposure(moved, VIEW, STYLE).fill).toBeCloseTo(here.fill, 4);
    expect(exposure(cloud, far, STYLE).fill / here.fill).toBeCloseTo(1, 2);
    expect(exposure(cloud, far, STYLE).line).toBeLessThan(here.line);
  });

  it('stays finite for clouds without extent, without ellipses, and with entries that are no numbers', () => {
    const point = { count: 3, mu: new Float32Array(6), axes: new Float32Array(6), classes: null };
    const line = { ...point, mu: Float32Array.of(0, 0, 1, 1, 2, 2) };
    const bad = { ...line, axes: Float32Array.of(Number.NaN, 1, 1, Number.POSITIVE_INFINITY, 0.1, 0.1) };
    for (const cloud of [point, line, bad, { ...point, count: 0 }]) {
      const { fill, line: stroke, dot, bound } = exposure(cloud, VIEW, STYLE);
      for (const value of [fill, stroke, dot, bound]) {
        expect(value).toBeGreaterThan(0);
        expect(value).toBeLessThan(1e6);
      }
    }
  });
});
