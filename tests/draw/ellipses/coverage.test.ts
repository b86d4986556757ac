import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/math/random';
import { densities, pixels, single, total } from './densities';

const random = createRandom(1);
const between = (least: number, most: number): number => least + (most - least) * random.uniform();
/** Semi-axes from a fifth of a pixel to a hundred. */
const axis = (): number => Math.exp(between(Math.log(0.2), Math.log(100)));

/** Area of an axis-parallel ellipse inside |x| ≤ w/2, |y| ≤ h/2, by the midpoint rule over 20,000 lines. */
function clippedArea(x: number, y: number, a: number, b: number, w: number, h: number): number {
  const lines = 20_000;
  const from = Math.max(y - b, -h / 2);
  const step = (Math.min(y + b, h / 2) - from) / lines;
  let area = 0;
  for (let i = 0; i < lines; i++) {
    const v = (from + (i + 0.5) * step - y) / b;
    const half = a * Math.sqrt(Math.max(0, 1 - v * v));
    area += Math.max(0, Math.min(x + half, w / 2) - Math.max(x - half, -w / 2)) * step;
  }
  return area;
}

/** Circumference by the trapezoid rule, which converges geometrically on a closed curve. */
function circumference(a: number, b: number): number {
  let sum = 0;
  for (let i = 0; i < 4096; i++) {
    const t = (2 * Math.PI * i) / 4096;
    sum += Math.hypot(a * Math.sin(t), b * Math.cos(t));
  }
  return (2 * Math.PI * sum) / 4096;
}

describe('the fill of one ellipse', () => {
  it('covers π·a·b pixels, wherever it is', () => {
    for (let k = 0; k < 300; k++) {
      const [a, b] = [axis(), axis()];
      const { ink } = densities(single(between(-9, 9), between(-9, 9), a, b), pixels(230, 230), { fill: 1 });
      expect(Math.abs(total(ink) / (Math.PI * a * b) - 1)).toBeLessThan(0.005);
    }
  });

  it('covers π·a·b·√(1 − ρ²) pixels when it is tilted', () => {
    for (let k = 0; k < 300; k++) {
      const [a, b, rho] = [axis(), axis(), between(-0.97, 0.97)];
      const { ink } = densities(single(between(-9, 9), between(-9, 9), a, b, rho), pixels(230, 230), { fill: 1 });
      expect(Math.abs(total(ink) / (Math.PI * a * b * Math.sqrt(1 - rho * rho)) - 1)).toBeLessThan(0.005);
    }
  });

  it('covers what the picture shows of it', () => {
    for (let k = 0; k < 300; k++) {
      const [w, h] = [40 + random.below(60), 40 + random.below(60)];
      const [a, b] = [between(3, 80), between(3, 80)];
      const [x, y] = [between(-w, w), between(-h, h)];
      const { ink } = densities(single(x, y, a, b), pixels(w, h), { fill: 1 });
      const area = clippedArea(x, y, a, b, w, h);
      expect(Math.abs(total(ink) - area)).toBeLessThan(0.005 * area + 0.02);
    }
  });

  it('is exact to a few hundredths in every pixel', () => {
    const samples = 24;
    for (let k = 0; k < 40; k++) {
      const [a, b, x, y] = [between(0.5, 12), between(0.5, 12), between(-1, 1), between(-1, 1)];
      const { ink } = densities(single(x, y, a, b), pixels(30, 30), { fill: 1 });
      const off = ink.map((value, i) => {
        let inside = 0;
        for (let s = 0; s < samples * samples; s++) {
          const u = ((i % 30) - 15 + ((s % samples) + 0.5) / samples - x) / a;
          const v = (15 - Math.floor(i / 30) - (Math.floor(s / samples) + 0.5) / samples - y) / b;
          if (u * u + v * v <= 1) inside++;
        }
        return Math.abs(value - inside / samples ** 2);
      });
      expect(Math.max(...off)).toBeLessThan(0.09);
      expect(total(off) / total(ink)).toBeLessThan(0.02);
    }
  });

  it('keeps within its bounding box, and between nothing and all of a pixel', () => {
    // A chord stands for an arc: of a small ellipse a little is seen in the pixels next to the box.
    const next = 0.03;
    for (let k = 0; k < 200; k++) {
      const [a, b, x, y, rho] = [axis(), axis(), between(-9, 9), between(-9, 9), between(-0.9, 0.9)];
      const { ink } = densities(single(x, y, a, b, k % 2 ? rho : 0), pixels(230, 230), { fill: 1 });
      let worst = 0;
      let beside = 0;
      let far = 0;
      ink.forEach((value, i) => {
        // How far the pixel lies outside the box.
        const dx = Math.abs((i % 230) + 0.5 - 115 - x) - 0.5 - a;
        const dy = Math.abs(Math.floor(i / 230) + 0.5 - 115 + y) - 0.5 - b;
        const outside = Math.max(dx, dy);
        if (outside >= 1) far = Math.max(far, Math.abs(value));
        else if (outside > 1e-3) beside = Math.max(beside, Math.abs(value));
        worst = Math.max(worst, value - 1, -value);
      });
      expect(far).toBe(0);
      expect(beside).toBeLessThan(next);
      expect(worst).toBeLessThan(0.01);
    }
  });

  it('is symmetric, and has the same scale along both axes', () => {
    let skew = 0;
    let turn = 0;
    const { ink } = densities(single(0, 0, 13.3, 7.7), pixels(40, 40), { fill: 1 });
    const turned = densities(single(0, 0, 7.7, 13.3), pixels(40, 40), { fill: 1 }).ink;
    for (let row = 0; row < 40; row++) {
      for (let column = 0; column < 40; column++) {
        const value = ink[row * 40 + column]!;
        skew = Math.max(
          skew,
          Math.abs(ink[row * 40 + 39 - column]! - value),
          Math.abs(ink[(39 - row) * 40 + column]! - value),
        );
        turn = Math.max(turn, Math.abs(turned[column * 40 + row]! - value));
      }
    }
    expect(skew).toBeLessThan(1e-3);
    expect(turn).toBeLessThan(0.08);
  });

  it('leans to the upper right when the correlation is positive', () => {
    const { ink } = densities(single(0, 0, 15, 15, 0.8), pixels(40, 40), { fill: 1 });
    expect(ink[9 * 40 + 30]).toBe(1);
    expect(ink[30 * 40 + 30]).toBe(0);
  });
});

describe('the line along the contour', () => {
  it('has the area circumference × width', () => {
    for (let k = 0; k < 200; k++) {
      const [a, b, lineWidth] = [between(2, 80), between(2, 80), between(0.5, 3)];
      const { ink } = densities(single(between(-9, 9), between(-9, 9), a, b), pixels(230, 230), { line: 1, lineWidth });
      expect(Math.abs(total(ink) / (circumference(a, b) * lineWidth) - 1)).toBeLessThan(0.005);
    }
  });

  it('is centred on the contour: half of it lies outside', () => {
    const a = 40;
    const { ink } = densities(single(0, 0, a, a), pixels(100, 100), { line: 1, lineWidth: 2 });
    let outside = 0;
    ink.forEach((value, i) => {
      if (Math.hypot((i % 100) - 49.5, Math.floor(i / 100) - 49.5) > a) outside += value;
    });
    expect(outside / total(ink)).toBeCloseTo(0.5, 1.5);
  });

  it('takes nothing from the fill', () => {
    for (let k = 0; k < 200; k++) {
      const [a, b] = [axis(), axis()];
      const { ink } = densities(single(between(-9, 9), between(-9, 9), a, b), pixels(230, 230), {
        fill: 1,
        lineWidth: 1,
      });
      expect(Math.abs(total(ink) / (Math.PI * a * b) - 1)).toBeLessThan(0.005);
    }
  });
});

describe('a rectangle', () => {
  /** Share of a pixel's row or column from `from` on that lies inside centre ± half. */
  const share = (from: number, centre: number, half: number): number =>
    Math.max(0, Math.min(from + 1, centre + half) - Math.max(from, centre - half));

  it('covers every pixel by its share of it, also where the picture cuts it', () => {
    for (let k = 0; k < 200; k++) {
      const [a, b, x, y] = [axis() / 2, axis() / 2, between(-40, 40), between(-40, 40)];
      const { ink } = densities(single(x, y, a, b, 0, 'rectangle'), pixels(50, 60), { fill: 1 });
      const off = ink.map((value, i) =>
        Math.abs(value - share((i % 50) - 25, x, a) * share(Math.floor(i / 50) - 30, -y, b)),
      );
      expect(Math.max(...off)).toBeLessThan(1e-4);
    }
  });

  it('has a line of the area circumference × width, half of it outside, which takes nothing from the fill', () => {
    for (let k = 0; k < 100; k++) {
      const [a, b, lineWidth] = [between(2, 60), between(2, 60), between(0.5, 3)];
      const cloud = single(between(-9, 9), between(-9, 9), a, b, 0, 'rectangle');
      const { ink: line } = densities(cloud, pixels(150, 150), { line: 1, lineWidth });
      expect(Math.abs(total(line) / (4 * (a + b) * lineWidth) - 1)).toBeLessThan(1e-3);
      const { ink: inside } = densities(cloud, pixels(150, 150), { fill: 1, lineWidth });
      expect(Math.abs(total(inside) / (4 * a * b) - 1)).toBeLessThan(1e-3);
    }
    const { ink } = densities(single(0, 0, 30, 20, 0, 'rectangle'), pixels(100, 80), { line: 1, lineWidth: 2 });
    const row = ink.subarray(40 * 100, 41 * 100);
    expect([18, 19, 20, 21, 22].map((column) => row[column]!.toFixed(3))).toEqual([
      '0.000',
      '1.000',
      '1.000',
      '0.000',
      '0.000',
    ]);
  });

  it('of no width on one axis is its line alone, and of none on both a centre', () => {
    const { ink } = densities(single(0, 0, 20, 0, 0, 'rectangle'), pixels(60, 20), { fill: 1, line: 1, lineWidth: 1 });
    expect(total(ink)).toBeCloseTo(4 * 20, 1);
    const { ink: point } = densities(single(0, 0, 0, 0, 0, 'rectangle'), pixels(20, 20), { fill: 1, line: 1 });
    expect(total(point)).toBe(0);
  });
});

describe('the centre', () => {
  it('is a disc of the given radius where the ellipse is a point, and nothing else is drawn', () => {
    const { ink, dots } = densities(single(0.3, 0.7, 0, 0), pixels(20, 20), {
      fill: 1,
      line: 1,
      dot: 1,
      lineWidth: 1,
      dotRadius: 2,
    });
    expect(total(dots)).toBeCloseTo(Math.PI * 4, 1);
    expect(total(ink)).toBeCloseTo(total(dots), 3);
  });

  it('recedes as the ellipse grows, and never reaches beyond one that is larger than it', () => {
    let last = Number.POSITIVE_INFINITY;
    for (const a of [0, 0.5, 1, 2, 4, 8, 16, 32]) {
      const { dots } = densities(single(0, 0, a, a), pixels(80, 80), { dot: 1, dotRadius: 2 });
      expect(total(dots)).toBeLessThan(last);
      last = total(dots);
      if (a < 2) continue;
      const beyond = dots.filter((_, i) => Math.hypot((i % 80) - 39.5, Math.floor(i / 80) - 39.5) > a + Math.SQRT1_2);
      expect(Math.max(...beyond)).toBe(0);
    }
  });
});
