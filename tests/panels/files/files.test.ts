import { describe, expect, it, vi } from 'vitest';
import { openInLab } from '../../../src/panels/files/openInLab';
import { problemSentence } from '../../../src/panels/files/problemSentence';
import { exchanged, samplesOf } from '../../../src/panels/files/samples';
import { hasFiles, zoneOf } from '../../../src/panels/files/zones';
import type { Lab } from '../../../src/state/lab';
import { loadFileWords } from '../../../src/text/files';
import type { DataProblem, Dataset } from '../../../src/worker/libraryProtocol';
import type { RunSummary } from '../../../src/worker/protocol';
import { summaryOf, turn } from '../../support/fakeClient';
import { createLab, open } from '../../support/labs';

const problem: DataProblem = { code: 'gzip-damaged', values: { file: 'a.gz' } };

describe('opening files in a figure', () => {
  const lab = (loadData: (files: unknown) => Promise<Dataset>, run: RunSummary | null = summaryOf()) => {
    const { store, notices } = createLab().lab;
    store.setState({ run });
    return { store, notices, loadData } as unknown as Lab;
  };
  const files = [new File(['x'], 'x')];

  it('hands them to the lab, and says nothing when they are read', async () => {
    const loadData = vi.fn(async () => ({}) as Dataset);
    const figure = lab(loadData);
    await openInLab(figure, files);
    expect(loadData).toHaveBeenCalledWith(files);
    expect(figure.notices.store.getState()).toEqual([]);
  });

  it('tells the figure what is wrong with them, as message and as values', async () => {
    const figure = lab(() => Promise.reject(Object.assign(new Error('a.gz: is torn'), { name: 'DataError', problem })));
    await openInLab(figure, files);
    expect(figure.notices.store.getState()).toMatchObject([
      { kind: 'data', message: 'a.gz: is torn', problem, kept: true },
    ]);
  });

  it('says of no run that it was kept where there is none yet', async () => {
    const figure = lab(() => Promise.reject(Object.assign(new Error('is torn'), { name: 'DataError', problem })), null);
    await openInLab(figure, files);
    expect(figure.notices.store.getState()).toMatchObject([{ kind: 'data', kept: false }]);
  });

  it('tells also what has no values', async () => {
    const figure = lab(() => Promise.reject(new Error('The library worker failed')));
    await openInLab(figure, files);
    expect(figure.notices.store.getState()).toMatchObject([{ message: 'The library worker failed', problem: null }]);
  });

  it('leaves it to the figure where the run has ended', async () => {
    const made = await open();
    const opening = openInLab(made.lab, files);
    await turn();
    await made.client.fail('start', Object.assign(new Error('it crashed'), { name: 'WorkerError', cause: 'crashed' }));
    await opening;
    expect(made.state().failure).toMatchObject({ kind: 'worker', of: 'training' });
    expect(made.notices()).toEqual([]);
  });

  it('says nothing of what the reader has cancelled', async () => {
    const figure = lab(() => Promise.reject(new DOMException('ended', 'AbortError')));
    await openInLab(figure, files);
    expect(figure.notices.store.getState()).toEqual([]);
  });
});

describe('the zone that takes a drop', () => {
  const inside = {} as Node;
  const zone = (held: Node | null) => ({ contains: (node: Node | null) => node !== null && node === held });
  const [first, second] = [zone(null), zone(inside)];

  it('is the one under the pointer, else the first', () => {
    expect(zoneOf(inside, [first, second])).toBe(second);
    expect(zoneOf({} as Node, [first, second])).toBe(first);
    expect(zoneOf(null, [first, second])).toBe(first);
    expect(zoneOf(inside, [])).toBeNull();
  });

  it('is none where an element takes files by itself', () => {
    const taken = { closest: (selector: string) => (selector === '[data-takes-files]' ? {} : null) } as unknown as Node;
    expect(zoneOf(taken, [first, zone(taken)])).toBeNull();
  });

  it('minds files alone', () => {
    const drag = (...types: string[]) => ({ dataTransfer: { types } as unknown as DataTransfer });
    expect(hasFiles(drag('text/uri-list', 'Files'))).toBe(true);
    expect(hasFiles(drag('text/plain'))).toBe(false);
    expect(hasFiles({ dataTransfer: null })).toBe(false);
  });
});

describe('the preview', () => {
  const dataset = (n: number): Dataset => ({
    name: 'd',
    n,
    width: 3,
    height: 2,
    images: Float32Array.from({ length: 6 * n }, (_, i) => i),
    labels: null,
  });

  it('shows images from all over the data set', () => {
    const { images } = samplesOf(dataset(80), 8);
    expect(images).toHaveLength(48);
    expect([...images].filter((_, i) => i % 6 === 0).map((value) => value / 6)).toEqual([
      0, 10, 20, 30, 40, 50, 60, 70,
    ]);
    expect(samplesOf(dataset(3), 8).images).toEqual(dataset(3).images);
  });

  it('exchanges rows and columns, and back', () => {
    const turned = exchanged(dataset(2));
    expect(turned).toMatchObject({ width: 2, height: 3 });
    expect([...turned.images]).toEqual([0, 3, 1, 4, 2, 5, 6, 9, 7, 10, 8, 11]);
    expect(exchanged(turned).images).toEqual(dataset(2).images);
  });
});

describe('the sentence about a problem', () => {
  it.each(['en', 'zh'] as const)('is in the language of the words: %s', async (language) => {
    const words = await loadFileWords(language);
    const sentence = problemSentence(problem, words, 'a.gz: is torn');
    expect(sentence).toContain('a.gz');
    expect(/\p{Script=Han}/u.test(sentence)).toBe(language === 'zh');
  });

  it('is the message where there are no words, or no values', async () => {
    expect(problemSentence(problem, null, 'a.gz: is torn')).toBe('a.gz: is torn');
    expect(problemSentence(null, await loadFileWords('en'), 'it broke')).toBe('it broke');
    const unknown = { code: 'of-later', values: {} } as unknown as DataProblem;
    expect(problemSentence(unknown, await loadFileWords('en'), 'later')).toBe('later');
  });
});
