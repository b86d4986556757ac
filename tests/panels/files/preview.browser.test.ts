import { createElement } from 'react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Dialog } from '../../../src/panels/Dialog';
import { PreviewForm } from '../../../src/panels/files/PreviewForm';
import { Inspection } from '../../../src/state/inspection';
import type { LabFailure } from '../../../src/state/labState';
import { defaultSettings } from '../../../src/state/settings';
import type { Dataset, FilesOrder, Library, Preview } from '../../../src/worker/libraryProtocol';
import { previewOfBars } from '../../support/preview';
import { type Mounted, mountFigure } from '../figure';

let figure: Mounted;
let orders: FilesOrder[];
let answer: Preview | Error;
let inspection: Inspection;
let trained: unknown[];
let closed: boolean;
/** What becomes of the training. */
let train: () => Promise<Dataset>;
beforeEach(() => {
  [orders, trained, closed, answer] = [[], [], false, previewOfBars()];
  train = async () => ({}) as Dataset;
});
afterEach(() => figure.unmount());

const until = <T>(see: () => T) => expect.poll(see);
const sheet = (): HTMLElement => document.querySelector('.preview')!;
const field = <E extends HTMLElement>(name: string): E => {
  const label = [...sheet().querySelectorAll('label')].find(({ textContent }) => textContent === name);
  if (label === undefined) throw new Error(`There is no field ${name} in ${sheet().textContent}`);
  return (label.querySelector('input') ?? document.getElementById(label.htmlFor)) as unknown as E;
};
const button = (name: string): HTMLButtonElement =>
  [...sheet().querySelectorAll('button')].find(({ textContent }) => textContent === name)!;
const fact = (name: string): string | null | undefined =>
  [...sheet().querySelectorAll('dt')].find(({ textContent }) => textContent === name)?.nextElementSibling?.textContent;

/** Shows files in a dialog. @param changes of what the worker says of them */
async function show(changes: Partial<Preview> = {}, files = [new File(['x'], 'bars.idx')]): Promise<void> {
  answer = previewOfBars(changes);
  const lab = {
    settings: defaultSettings(),
    loadData: async (...all: unknown[]) => {
      trained.push(...all);
      return train();
    },
  };
  const library = { shelve: () => undefined } as unknown as Library;
  const open = () => ({
    inspect: async (order: FilesOrder) => {
      orders.push(order);
      if (answer instanceof Error) throw answer;
      return answer;
    },
    load: async () => ({}) as Dataset,
    end: () => undefined,
  });
  inspection = new Inspection({ lab, library, baseUrl: 'https://example.org/', open }, files);
  await inspection.begin();
  const dialog = createElement(Dialog, {
    language: 'en',
    title: 'Files',
    onClosed: () => {
      closed = true;
    },
    children: (close) => createElement(PreviewForm, { inspection, close }),
  });
  figure = await mountFigure(dialog, 400);
  await until(() => document.querySelector('.preview canvas')).not.toBeNull();
}

const found = (changes: Partial<Preview['found']>): Partial<Preview> => ({
  found: { ...previewOfBars().found, ...changes },
});

it('says what was found, and what is left out', async () => {
  await show({
    ...found({ leftOut: { count: 3, names: ['notes.txt', '.cache'] }, range: [-1.5, 65535] }),
    all: 12_000,
    stored: [28, 28],
    width: 14,
    height: 14,
    images: new Float32Array(3 * 196),
  });
  expect(fact('Name')).toBe('bars');
  expect(fact('Taken for')).toBe('IDX, the format of MNIST');
  expect(fact('Images')).toBe('3 of 12,000, evenly from first to last');
  expect(fact('Pixels')).toBe('28 × 28, brought to 14 × 14');
  expect(fact('Values before scaling to [0, 1]')).toBe('−1.5 to 65,535');
  expect(fact('Classes')).toBe('left 2right 1');
  expect(fact('Left out')).toContain('notes.txt, .cache');
});

it('offers what makes a difference to these files alone', async () => {
  await show();
  const names = (): (string | null)[] => [...sheet().querySelectorAll('label')].map(({ textContent }) => textContent);
  expect(names()).toEqual([
    'Images at most',
    'Invert: exchange dark and light',
    'Transpose: exchange rows and columns, as EMNIST needs it',
    'Stretch: make the least value 0 and the largest 1',
  ]);
});

it('asks for the channel, the shape and the column that are chosen', async () => {
  await show({
    ...found({
      channels: 3,
      shapes: [
        [28, 28],
        [56, 14],
      ],
      columns: ['a', 'b', 'class'],
      reading: { ...previewOfBars().found.reading, labelColumn: 2, hasHeader: true },
    }),
    stored: [28, 28],
  });
  const last = (): FilesOrder => orders.at(-1)!;
  expect(field<HTMLSelectElement>('Column of the class').value).toBe('2');
  await userEvent.selectOptions(field('Channel'), '2');
  await until(() => last().source.reading).toEqual({ channel: 1 });
  await userEvent.selectOptions(field('Channel'), 'mean of all');
  await until(() => last().source.reading).toEqual({ channel: 'mean' });
  await userEvent.selectOptions(field('Column of the class'), 'none');
  await until(() => last().source.reading?.labelColumn).toBeNull();
  await userEvent.click(field('The first line names the columns'));
  await until(() => last().source.reading?.hasHeader).toBe(false);
  await userEvent.fill(field('Pixels across × down'), '56x14');
  await userEvent.tab();
  await until(() => last().source.reading?.sides).toEqual([56, 14]);
  await userEvent.selectOptions(field('Bring them to'), '16 × 16');
  await until(() => last().size).toBe(16);
  const asked = orders.length;
  await userEvent.fill(field('Pixels across × down'), 'square');
  await userEvent.tab();
  await until(() => sheet().querySelector('[role=alert]')?.textContent).toContain('28 × 28');
  expect(orders).toHaveLength(asked);
});

it('trains on as many as are asked for, as they are shown', async () => {
  await show();
  await userEvent.fill(field('Images at most'), '2');
  await userEvent.tab();
  await userEvent.click(field('Invert: exchange dark and light'));
  await until(() => orders.at(-1)).toMatchObject({ count: 2, source: { reading: { inverted: true } } });
  await until(() => button('Train on these').disabled).toBe(false);
  await userEvent.click(button('Train on these'));
  await until(() => trained[1]).toEqual({ size: 0, count: 2, transposed: false, inverted: true });
  await until(() => closed).toBe(true);
});

it('trains on nothing while a choice gives no images, and says why', async () => {
  await show();
  answer = Object.assign(new Error('bars.idx: no images'), { problem: null });
  await userEvent.click(field('Stretch: make the least value 0 and the largest 1'));
  await until(() => sheet().querySelector('.preview-problem')?.textContent).toBe('bars.idx: no images');
  expect(button('Train on these').disabled).toBe(true);
  answer = previewOfBars();
  await userEvent.click(field('Stretch: make the least value 0 and the largest 1'));
  await until(() => sheet().querySelector('.preview-problem')).toBeNull();
  expect(button('Train on these').disabled).toBe(false);
});

it.each([
  ['says in the figure why the training that was asked for does not begin', false],
  ['leaves it to the figure where that tells the end of its run', true],
])('%s', async (_, tells) => {
  const failure: LabFailure = { kind: 'engines', engines: [], message: 'No engine can train this' };
  await show();
  train = async () => {
    if (tells) figure.lab.store.setState({ failure });
    throw new Error(failure.message);
  };
  await userEvent.click(button('Train on these'));
  await until(() => closed).toBe(true);
  await new Promise(requestAnimationFrame);
  const told = figure.lab.notices.store.getState();
  expect(told).toMatchObject(tells ? [] : [{ message: failure.message }]);
});

it('offers the pad for one picture alone', async () => {
  const picture = (name: string) => new File(['x'], name, { type: 'image/png' });
  await show({}, [picture('one.png')]);
  const drawn: unknown[] = [];
  figure.lab.pad.draw = async (source) => {
    drawn.push(source);
    return new Float32Array();
  };
  await userEvent.click(button('Put it on the drawing pad instead'));
  await until(() => closed).toBe(true);
  expect(drawn).toEqual(inspection.store.getState().files);
  await inspection.add([picture('two.png')]);
  await until(() => button('Put it on the drawing pad instead')).toBeUndefined();
});

it('is put away by its button', async () => {
  await show();
  await userEvent.click(button('Cancel'));
  await until(() => closed).toBe(true);
  expect(trained).toEqual([]);
});
