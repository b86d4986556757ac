import { afterEach, expect, it, vi } from 'vitest';
import type { EllipseColour, EllipsePainter } from '../../../src/draw/ellipses/cloud';
import { createEllipsePainter } from '../../../src/draw/ellipses/createEllipsePainter';
import { randomCloud, STYLE, viewOf } from './clouds';

const until = <T>(see: () => T) => expect.poll(see);

// Before anything else compiles the kernel, which is kept for the page.
it('without WebAssembly, WebGL draws even where a program on the CPU plays the GPU', async () => {
  vi.spyOn(WebAssembly, 'compile').mockRejectedValue(new WebAssembly.CompileError('refused'));
  const painter = await open();
  expect(painter.kind).toBe('webgl');
  expect(ink(painter)).toBeGreaterThan(0);
});

it('with neither, it says that there is none, and leaves nothing behind', async () => {
  vi.spyOn(WebAssembly, 'compile').mockRejectedValue(new WebAssembly.CompileError('refused'));
  vi.spyOn(WebAssembly, 'Module').mockImplementation(function refuse(): never {
    throw new WebAssembly.CompileError('refused');
  });
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
  await expect(open()).rejects.toMatchObject({ name: 'PainterError', reason: 'unsupported' });
  expect(host.childElementCount).toBe(0);
});

it('a kernel that did not come is asked for again by the next try', async () => {
  const fetch = vi.spyOn(window, 'fetch').mockResolvedValueOnce(new Response('', { status: 404 }));
  await expect(open({ kind: 'cpu' })).rejects.toMatchObject({ reason: 'missing' });
  fetch.mockRestore();
  expect((await open({ kind: 'cpu' })).kind).toBe('cpu');
});

it('a lost context is replaced by the CPU, which is asked to paint again', async () => {
  const onReplaced = vi.fn();
  const painter = await open({ kind: 'webgl', onReplaced });
  ink(painter);
  const { canvas } = painter;
  (canvas.getContext('webgl2') as WebGL2RenderingContext).getExtension('WEBGL_lose_context')!.loseContext();
  await until(() => onReplaced.mock.calls.length).toBe(1);
  expect(painter.kind).toBe('cpu');
  expect(host.childElementCount).toBe(1);
  expect(ink(painter)).toBeGreaterThan(0);
});

it('what is thrown after paint has returned is told, and the next picture is drawn', async () => {
  const onBroken = vi.fn();
  const painter = await open({ kind: 'cpu', onBroken });
  vi.spyOn(CanvasRenderingContext2D.prototype, 'putImageData').mockImplementationOnce(() => {
    throw new Error('it broke');
  });
  // The clock of this task runs out at once: the picture is left to the next.
  const now = vi.spyOn(performance, 'now').mockReturnValueOnce(0).mockReturnValue(1000);
  painter.paint(randomCloud(200, 1, { spread: 1, axes: [0.1, 0.4] }), viewOf(3, 100), STYLE);
  expect(onBroken).not.toHaveBeenCalled();
  now.mockRestore();
  await until(() => onBroken.mock.calls.length).toBe(1);
  expect(onBroken).toHaveBeenCalledWith(new Error('it broke'));
  expect(ink(painter)).toBeGreaterThan(0);
});

it('another cloud is left to a task of its own, but in a window that moves it goes with what lies above it', async () => {
  const painter = await open({ kind: 'cpu' });
  const few = (seed: number) => randomCloud(20, seed, { spread: 1, axes: [0.1, 0.4] });
  // However busy the machine is, the picture is done before its slice of time is over.
  const paint = (seed: number, half: number): string => {
    const now = vi.spyOn(performance, 'now').mockReturnValue(0);
    painter.paint(few(seed), viewOf(half, 100), STYLE);
    now.mockRestore();
    return painter.canvas.toDataURL();
  };
  const first = paint(1, 3);
  expect(paint(2, 3), 'in the same window').toBe(first);
  await until(() => painter.canvas.toDataURL()).not.toBe(first);
  const second = painter.canvas.toDataURL();
  expect(paint(2, 2), 'nearer').not.toBe(second);
  expect(paint(2, 3), 'and back').toBe(second);
});

it('a picture on a paper is opaque, and one without lets through what lies behind', async () => {
  const painter = await open({ kind: 'cpu' });
  const paint = (paper: EllipseColour | null): Uint8ClampedArray => {
    painter.paint(randomCloud(1, 1, { spread: 0, axes: [0.1, 0.4] }), viewOf(3, 100), { ...STYLE, paper });
    painter.finish();
    expect(host.childElementCount).toBe(1);
    expect(host.firstElementChild).toBe(painter.canvas);
    return cornerOf(painter);
  };
  expect([...paint(null)]).toEqual([0, 0, 0, 0]);
  expect([...paint([255, 253, 248])]).toEqual([255, 253, 248, 255]);
  expect([...paint([29, 31, 34])]).toEqual([29, 31, 34, 255]);
  expect([...paint(null)]).toEqual([0, 0, 0, 0]);
});

it.each([null, [255, 253, 248] as const])(
  'a picture that the browser has lost is there again (paper: %j)',
  async (paper) => {
    const painter = await open({ kind: 'cpu' });
    painter.paint(randomCloud(200, 1, { spread: 1, axes: [0.1, 0.4] }), viewOf(3, 100), { ...STYLE, paper });
    painter.finish();
    const { canvas } = painter;
    const shown = canvas.toDataURL();
    canvas.getContext('2d')!.reset();
    expect(canvas.toDataURL()).not.toBe(shown);
    canvas.dispatchEvent(new Event('contextrestored'));
    expect(canvas.toDataURL()).toBe(shown);
  },
);

it('a painter that is disposed of leaves its host empty, also while its context is being replaced', async () => {
  const onReplaced = vi.fn();
  const painter = await open({ kind: 'webgl', onReplaced });
  // By hand: the browser's own event would leave time for the replacement to be done before anything follows.
  painter.canvas.dispatchEvent(new Event('webglcontextlost'));
  painter.dispose();
  // Another painter for the CPU takes as long as the one that was to replace it.
  const elsewhere = document.createElement('div');
  made.push(await createEllipsePainter(elsewhere, { kind: 'cpu' }));
  expect(elsewhere.childElementCount).toBe(1);
  expect(host.childElementCount).toBe(0);
  expect(onReplaced).not.toHaveBeenCalled();
});

it('a context whose driver does not take the programs is given back', async () => {
  vi.spyOn(WebGL2RenderingContext.prototype, 'getProgramParameter').mockReturnValue(false);
  const contexts: WebGL2RenderingContext[] = [];
  const { getContext } = HTMLCanvasElement.prototype;
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockImplementation(function (this: HTMLCanvasElement, ...all) {
    const context: unknown = getContext.apply(this, all as Parameters<typeof getContext>);
    if (context instanceof WebGL2RenderingContext && !contexts.includes(context)) contexts.push(context);
    return context as never;
  });
  await expect(open({ kind: 'webgl' })).rejects.toThrow();
  expect(contexts.map((context) => context.isContextLost())).toEqual([true]);
});

const host = document.body.appendChild(document.createElement('div'));
const made: EllipsePainter[] = [];
afterEach(() => {
  vi.restoreAllMocks();
  for (const painter of made.splice(0)) painter.dispose();
});

async function open(options: Parameters<typeof createEllipsePainter>[1] = {}): Promise<EllipsePainter> {
  const painter = await createEllipsePainter(host, options);
  made.push(painter);
  return painter;
}

/** Red, green, blue and cover of the pixels of a picture of 100 a side. */
function pixelsOf({ canvas }: EllipsePainter): Uint8ClampedArray {
  const copy = document.createElement('canvas');
  copy.width = copy.height = 100;
  const context = copy.getContext('2d')!;
  context.drawImage(canvas, 0, 0);
  return context.getImageData(0, 0, 100, 100).data;
}

const cornerOf = (painter: EllipsePainter): Uint8ClampedArray => pixelsOf(painter).subarray(0, 4);

/** Mean opacity of a picture. */
function ink(painter: EllipsePainter): number {
  painter.paint(randomCloud(200, 1, { spread: 1, axes: [0.1, 0.4] }), viewOf(3, 100), STYLE);
  painter.finish();
  const data = pixelsOf(painter);
  return data.reduce((sum, value, i) => (i % 4 === 3 ? sum + value : sum), 0) / data.length;
}
