/** What is thrown where React does not see it: by frames, by windows that move, by a painter that comes late. */
import { createElement } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Boundary } from '../../src/panels/Boundary';
import { DecodedGrid } from '../../src/panels/DecodedGrid';
import { LatentPlane } from '../../src/panels/LatentPlane';
import { EllipseLayer } from '../../src/panels/plane/ellipses';
import { loadWords } from '../../src/text';
import { type Mounted, mountFigure } from './figure';

const words = await loadWords('en');

const until = <T>(see: () => T) => expect.poll(see);

const mounted: Mounted[] = [];
afterEach(() => {
  vi.restoreAllMocks();
  for (const figure of mounted.splice(0)) figure.unmount();
});

async function mount(panel: React.ComponentType): Promise<Mounted> {
  // React tells of what a boundary has caught.
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const figure = await mountFigure(createElement(Boundary, { words, children: createElement(panel) }), 400);
  mounted.push(figure);
  return figure;
}

const says = ({ root }: Mounted): string => root.querySelector('.failure')?.textContent ?? '';

/** What draws the grid is fetched once the picture is there: waits until it asks for decodes, which come with the next frame. */
const gridAsks = ({ lab }: Mounted) => until(() => Object.keys(lab.requests)).toHaveLength(1);

/**
 * The panel has given way to the sentence; the reader's other try brings it back, and it draws.
 * @param drawable waits until the next frame is drawn
 */
async function endsAndReturns(
  figure: Mounted,
  panel: string,
  drawable: (figure: Mounted) => Promise<void> = async () => undefined,
): Promise<void> {
  await until(() => says(figure)).toContain(words.failure.broke('it broke'));
  expect(figure.root.querySelector(panel)).toBeNull();
  const [retry] = [...figure.root.querySelectorAll('button')].filter(
    (button) => button.textContent === words.failure.retry,
  );
  retry!.click();
  await until(() => figure.root.querySelector(panel)).not.toBeNull();
  await drawable(figure);
  figure.lab.next({ step: 300 });
  await until(() => figure.root.querySelector<HTMLElement>(`${panel} [data-step]`)?.dataset.step).toBe('300');
  expect(says(figure)).toBe('');
}

const throws = (): never => {
  throw new Error('it broke');
};

describe('the figure ends in the sentence of its boundary, and begins again,', () => {
  it('when a frame cannot be drawn', async () => {
    const figure = await mount(LatentPlane);
    await until(() => figure.root.querySelector('.plane')).not.toBeNull();
    vi.spyOn(figure.figure.plane, 'follow').mockImplementationOnce(throws);
    figure.lab.next({ step: 200 });
    await endsAndReturns(figure, '.plane');
  });

  it('when a paced panel cannot draw it', async () => {
    const figure = await mount(DecodedGrid);
    figure.lab.next({ step: 100 });
    await gridAsks(figure);
    vi.spyOn(CanvasRenderingContext2D.prototype, 'putImageData').mockImplementationOnce(throws);
    figure.lab.next({ step: 200 });
    await endsAndReturns(figure, '.grid', gridAsks);
  });

  it('when the window moves and cannot be drawn', async () => {
    const figure = await mount(LatentPlane);
    figure.lab.next({ step: 200 });
    vi.spyOn(EllipseLayer.prototype, 'paint').mockImplementationOnce(throws);
    expect(() => figure.figure.plane.take({ x: 0, y: 0, half: 2 })).not.toThrow();
    await endsAndReturns(figure, '.plane');
  });

  it('when a painter that comes after the frame cannot draw it', async () => {
    const { putImageData } = CanvasRenderingContext2D.prototype;
    let broken = true;
    vi.spyOn(CanvasRenderingContext2D.prototype, 'putImageData').mockImplementation(function (
      this: CanvasRenderingContext2D,
      ...image: unknown[]
    ) {
      if (broken) throws();
      (putImageData as (...all: unknown[]) => void).apply(this, image);
    });
    const figure = await mount(LatentPlane);
    figure.lab.next({ step: 200 });
    await until(() => says(figure)).not.toBe('');
    broken = false;
    await endsAndReturns(figure, '.plane');
  });
});
