import { createElement, createRef } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import DropTarget from '../../../src/panels/files/DropTarget';
import { ZONE } from '../../../src/panels/files/DropZone';
import { openInLab } from '../../../src/panels/files/openInLab';
import { type Mounted, mountFigure } from '../figure';

vi.mock('../../../src/panels/files/openInLab', () => ({ openInLab: vi.fn(async () => {}), tellOfImages: vi.fn() }));

const figures: Mounted[] = [];
afterEach(() => {
  for (const { unmount } of figures.splice(0)) unmount();
  vi.mocked(openInLab).mockClear();
});

/** A figure that takes what is pasted in it. */
async function mountZone(id: string): Promise<HTMLElement> {
  const ref = createRef<HTMLDivElement>();
  const target = createElement(DropTarget, { zone: ref });
  figures.push(await mountFigure(createElement('div', { ref, [ZONE]: '' }, target), 300, id));
  const zone = ref.current!;
  // It listens when it shows where files that are dragged would go.
  const dragged = (): Element | null => {
    zone.dispatchEvent(new DragEvent('dragenter', { dataTransfer: held(), bubbles: true }));
    return zone.querySelector('.drop-over');
  };
  await expect.poll(dragged).not.toBeNull();
  return zone;
}

function held(): DataTransfer {
  const transfer = new DataTransfer();
  transfer.items.add(new File(['x'], 'image.png', { type: 'image/png' }));
  return transfer;
}

const paste = (zone: HTMLElement): boolean =>
  zone.dispatchEvent(new ClipboardEvent('paste', { clipboardData: held(), bubbles: true, cancelable: true }));

it('numbers pictures without names by one, in whichever figure of several they are pasted', async () => {
  const [first, second] = [await mountZone('first'), await mountZone('second')];
  for (const zone of [second, first, second]) paste(zone);
  const opened = vi.mocked(openInLab).mock.calls.map(([{ lab }, [file]]) => ({
    place: figures.findIndex(({ figure }) => figure.lab === lab),
    name: file!.name,
  }));
  expect(opened.map(({ place }) => place)).toEqual([1, 0, 1]);
  const numbers = opened.map(({ name }) => Number(/^pasted-(\d+)\.png$/.exec(name)![1]));
  expect(numbers.map((number) => number - numbers[0]!)).toEqual([0, 1, 2]);
});
