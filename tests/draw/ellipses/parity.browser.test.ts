import { afterEach, describe, expect, it } from 'vitest';
import type { EllipseCloud, EllipsePainter, PlaneView } from '../../../src/draw/ellipses/cloud';
import { createEllipsePainter } from '../../../src/draw/ellipses/createEllipsePainter';
import { randomCloud, STYLE, viewOf } from './clouds';

const SIZE = 300;

const made: EllipsePainter[] = [];
afterEach(() => {
  for (const painter of made.splice(0)) painter.dispose();
});

async function painterOf(kind: 'cpu' | 'webgl'): Promise<EllipsePainter> {
  const painter = await createEllipsePainter(document.body.appendChild(document.createElement('div')), { kind });
  made.push(painter);
  expect(painter.kind).toBe(kind);
  return painter;
}

/** Premultiplied RGBA, as it is laid over the page. */
function picture(painter: EllipsePainter, cloud: EllipseCloud, view: PlaneView, style = STYLE): Float32Array {
  painter.paint(cloud, view, style);
  painter.finish();
  const copy = document.createElement('canvas');
  copy.width = view.width;
  copy.height = view.height;
  const context = copy.getContext('2d', { willReadFrequently: true })!;
  context.drawImage(painter.canvas, 0, 0);
  const { data } = context.getImageData(0, 0, view.width, view.height);
  return Float32Array.from(data, (value, i) => (i % 4 === 3 ? value : (value * data[i | 3]!) / 255));
}

function difference(a: Float32Array, b: Float32Array): { mean: number; p999: number; ink: number } {
  const off = a.map((value, i) => Math.abs(value - b[i]!)).sort();
  return {
    mean: off.reduce((sum, value) => sum + value, 0) / off.length,
    p999: off[Math.floor(0.999 * off.length)]!,
    ink: a.reduce((sum, value) => sum + value, 0) / a.length,
  };
}

describe('the CPU and the WebGL painter draw the same picture', () => {
  const clouds: [name: string, EllipseCloud, half: number][] = [
    ['points', randomCloud(2000, 1, { spread: 10, axes: [0, 0] }), 35],
    ['small ellipses', randomCloud(1000, 2, { spread: 1, axes: [0.03, 0.08] }), 3.5],
    ['ellipses', randomCloud(1797, 3, { spread: 1, axes: [0.1, 0.4] }), 3.5],
    ['tilted ellipses', randomCloud(500, 4, { spread: 1, axes: [0.1, 0.4], tilted: true }), 3.5],
    ['thin ellipses', randomCloud(300, 5, { spread: 1, axes: [0, 0.6] }), 3.5],
    ['rectangles', randomCloud(1797, 14, { spread: 1, axes: [0.1, 0.4], outline: 'rectangle' }), 3.5],
    ['thin rectangles', randomCloud(300, 15, { spread: 1, axes: [0, 0.6], outline: 'rectangle' }), 3.5],
    [
      'rectangles smaller than their lines',
      randomCloud(1000, 16, { spread: 1, axes: [0, 0.02], outline: 'rectangle' }),
      3.5,
    ],
    ['a few without classes', randomCloud(40, 6, { spread: 1, axes: [0.1, 0.4], classes: null }), 3.5],
    ['a crowd', randomCloud(20_000, 7, { spread: 1, axes: [0.05, 0.15] }), 3.5],
    ['a closer view', randomCloud(1797, 8, { spread: 1, axes: [0.1, 0.4] }), 0.3],
  ];
  it.each(clouds)('%s', async (_, cloud, half) => {
    const view = viewOf(half, SIZE);
    const { mean, p999, ink } = difference(
      picture(await painterOf('cpu'), cloud, view),
      picture(await painterOf('webgl'), cloud, view),
    );
    expect(ink).toBeGreaterThan(1);
    expect(mean).toBeLessThan(0.6);
    expect(p999).toBeLessThan(16);
  });

  it('with a class or a sample in focus', async () => {
    const cloud = randomCloud(500, 9, { spread: 1, axes: [0.1, 0.4] });
    const cpu = await painterOf('cpu');
    const webgl = await painterOf('webgl');
    for (const kind of ['class', 'sample'] as const) {
      const style = { ...STYLE, focus: { kind, index: 3, others: 0.15 } };
      const { mean, p999 } = difference(
        picture(cpu, cloud, viewOf(3.5, SIZE), style),
        picture(webgl, cloud, viewOf(3.5, SIZE), style),
      );
      expect(mean).toBeLessThan(0.6);
      expect(p999).toBeLessThan(16);
    }
  });
});

describe.each(['cpu', 'webgl'] as const)('the %s painter', async (kind) => {
  it('takes the size of the view and leaves nothing of the last picture', async () => {
    const painter = await painterOf(kind);
    picture(painter, randomCloud(500, 10, { spread: 1, axes: [0.1, 0.4] }), viewOf(3.5, SIZE));
    const empty = picture(painter, randomCloud(0, 10, { spread: 1, axes: [0, 1] }), {
      ...viewOf(3.5, 333),
      height: 201,
    });
    expect([painter.canvas.width, painter.canvas.height]).toEqual([333, 201]);
    expect(empty.every((value) => value === 0)).toBe(true);
    painter.paint(randomCloud(5, 10, { spread: 1, axes: [0, 1] }), { ...viewOf(3.5, 333), width: 0 }, STYLE);
    expect(painter.canvas.width).toBe(333);
  });

  it('can be read when it has finished, though the arrays have changed', async () => {
    const painter = await painterOf(kind);
    // Enough for the CPU to need several slices.
    const cloud = randomCloud(kind === 'cpu' ? 60_000 : 1000, 11, { spread: 1, axes: [0.1, 0.3] });
    const other = randomCloud(300, 12, { spread: 1, axes: [0.1, 0.3] });
    const expected = picture(await painterOf(kind), other, viewOf(3.5, SIZE));
    const view = viewOf(3.5, SIZE);
    painter.paint(cloud, view, STYLE);
    const passed = { ...other, mu: other.mu.slice() };
    painter.paint(passed, view, STYLE);
    passed.mu.fill(0);
    painter.finish();
    const copy = document.createElement('canvas');
    copy.width = copy.height = SIZE;
    const context = copy.getContext('2d')!;
    context.drawImage(painter.canvas, 0, 0);
    const { data } = context.getImageData(0, 0, SIZE, SIZE);
    expect(data.every((value, i) => i % 4 !== 3 || value === expected[i])).toBe(true);
  });
});

it('where a program on the CPU draws for WebGL, the CPU painter is chosen', async () => {
  const host = document.body.appendChild(document.createElement('div'));
  const painter = await createEllipsePainter(host);
  made.push(painter);
  // The tests' browser has SwiftShader.
  expect(painter.kind).toBe('cpu');
  expect([...host.children]).toEqual([painter.canvas]);
});

describe('the loss of the WebGL context', () => {
  it('ends with the CPU and an empty canvas, and asks for paint', async () => {
    const host = document.body.appendChild(document.createElement('div'));
    let replace: () => void = () => undefined;
    const replaced = new Promise<void>((resolve) => {
      replace = resolve;
    });
    const painter = await createEllipsePainter(host, { kind: 'webgl', onReplaced: () => replace() });
    made.push(painter);
    painter.canvas.getContext('webgl2')!.getExtension('WEBGL_lose_context')!.loseContext();
    await replaced;
    expect(painter.kind).toBe('cpu');
    expect(host.querySelectorAll('canvas')).toHaveLength(1);
    const seen = picture(painter, randomCloud(50, 13, { spread: 1, axes: [0.1, 0.3] }), viewOf(3.5, 200));
    expect(seen.some((value) => value > 0)).toBe(true);
  });
});
