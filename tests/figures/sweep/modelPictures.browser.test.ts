import { createElement, useRef } from 'react';
import { expect, it, vi } from 'vitest';
import { PICTURE_PACE, SmallPlane } from '../../../src/figures/sweep/SmallPlane';
import { useDecodedWindow } from '../../../src/panels/useDecodedCells';
import { mountFigure } from '../../panels/figure';
import { PATIENTLY } from '../../support/patiently';

function Grid() {
  const canvas = useRef<HTMLCanvasElement>(null);
  useDecodedWindow(canvas, 3, PICTURE_PACE);
  return createElement('canvas', { ref: canvas, className: 'sweep-grid', style: { width: '90px', height: '90px' } });
}

it('draws one picture of a model from a frame while it trains, at its pace, with no layout, and all of it at rest', async () => {
  const parts = [createElement(SmallPlane, { key: 'plane', name: 'β 1' }), createElement(Grid, { key: 'grid' })];
  const { lab, root, unmount } = await mountFigure(parts, 300);
  const clock = vi.spyOn(performance, 'now');
  const shown = (): string[] =>
    ['.sweep-plane > svg', '.sweep-grid'].map((place) => root.querySelector<HTMLElement>(place)!.dataset.step ?? '');
  const trainTo = (step: number, now: number): void => {
    clock.mockReturnValue(now);
    lab.next({ step, training: step < 900 });
  };
  const start = 1e6;
  trainTo(100, start);
  await vi.waitUntil(() => root.querySelector('.sweep-plane canvas') !== null, PATIENTLY);
  const reads = [
    vi.spyOn(HTMLCanvasElement.prototype, 'clientHeight' as never, 'get' as never),
    vi.spyOn(Element.prototype, 'getBoundingClientRect'),
  ];
  trainTo(200, start + 1.5 * PICTURE_PACE);
  trainTo(210, start + 1.5 * PICTURE_PACE + 20);
  expect(shown(), 'one picture of each frame').toEqual(['200', '210']);
  trainTo(300, start + 2 * PICTURE_PACE);
  expect(shown()).toEqual(['200', '210']);
  trainTo(400, start + 3 * PICTURE_PACE);
  trainTo(410, start + 3 * PICTURE_PACE + 20);
  expect(shown()).toEqual(['400', '410']);
  trainTo(900, start + 3 * PICTURE_PACE + 40);
  expect(shown()).toEqual(['900', '900']);
  for (const read of reads) expect(read).not.toHaveBeenCalled();
  vi.restoreAllMocks();
  unmount();
});
