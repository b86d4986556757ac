import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Site } from '../../../src/panels/context';
import { filesOfFolder } from '../../../src/panels/files/entries';
import { inspected } from '../../../src/panels/files/inspected';
import { areModel, isWeights } from '../../../src/panels/files/kinds';
import { openInLab } from '../../../src/panels/files/openInLab';
import { problemSentence } from '../../../src/panels/files/problemSentence';
import { parseSize } from '../../../src/panels/files/sizeText';
import { hasFiles } from '../../../src/panels/files/zones';
import type { LabFailure } from '../../../src/state/labState';
import { loadFileWords } from '../../../src/text/files';
import { type Inspector, openInspector } from '../../../src/worker/inspector';
import type { DataProblem, Dataset } from '../../../src/worker/libraryProtocol';
import type { RunSummary } from '../../../src/worker/protocol';
import { summaryOf } from '../../support/fakeClient';
import { createLab } from '../../support/labs';
import { PATIENTLY } from '../../support/patiently';
import { previewOfBars } from '../../support/preview';

vi.mock('../../../src/worker/inspector', () => ({ openInspector: vi.fn() }));

const picture = (name: string): File => new File(['x'], name, { type: 'image/png' });

const problem: DataProblem = { code: 'gzip-damaged', values: { file: 'a.gz' } };

describe('opening files in a figure', () => {
  const figureOf = (inspector: Partial<Inspector>, run: RunSummary | null = summaryOf()) => {
    const made = createLab();
    made.lab.store.setState({ run });
    const loadData = vi.spyOn(made.lab, 'loadData');
    vi.mocked(openInspector).mockReturnValue({ end: () => undefined, ...inspector } as Inspector);
    const site = { labs: { parts: { library: made.library, baseUrl: 'https://example.org/' } } } as unknown as Site;
    return { lab: made.lab, site, notices: made.notices, loadData };
  };
  const failing = (error: Error): Partial<Inspector> => ({ inspect: () => Promise.reject(error) });
  const files = [new File(['x'], 'x')];
  afterEach(() => inspected.setState(null, true));

  it('shows what is in them, and trains on nothing yet', async () => {
    const inspect = vi.fn(async () => previewOfBars());
    const figure = figureOf({ inspect });
    await openInLab(figure, files);
    expect(inspect).toHaveBeenCalledWith(
      expect.objectContaining({ source: { kind: 'files', files }, size: 0, count: 0, transposed: false }),
      expect.any(Function),
    );
    expect(inspected.getState()!.inspection.store.getState().preview).toEqual(previewOfBars());
    expect(figure.loadData).not.toHaveBeenCalled();
    expect(figure.notices()).toEqual([]);
  });

  it('tells the figure what is wrong with them, as message and as values, and shows no dialog', async () => {
    const error = Object.assign(new Error('a.gz: is torn'), { name: 'DataError', problem });
    const figure = figureOf(failing(error));
    await openInLab(figure, files);
    expect(figure.notices()).toMatchObject([{ kind: 'data', message: 'a.gz: is torn', problem, kept: true }]);
    expect(inspected.getState()).toBeNull();
  });

  it('offers another try where what reads them did not come, and nowhere else', async () => {
    const gone = Object.assign(new Error('is gone'), { name: 'DataError', problem: { code: 'readers', values: {} } });
    const inspect = vi.fn<Inspector['inspect']>().mockRejectedValueOnce(gone).mockResolvedValue(previewOfBars());
    const figure = figureOf({ inspect });
    await openInLab(figure, files);
    const [notice] = figure.notices();
    if (notice?.kind !== 'data') throw new Error('No notice of images');
    notice.retry!();
    await vi.waitFor(() => expect(inspected.getState()?.inspection.store.getState().preview).toEqual(previewOfBars()));
    expect(inspect).toHaveBeenLastCalledWith(
      expect.objectContaining({ source: { kind: 'files', files } }),
      expect.any(Function),
    );
    inspected.setState(null, true);
    const torn = figureOf(failing(Object.assign(new Error('is torn'), { name: 'DataError', problem })));
    await openInLab(torn, files);
    expect(torn.notices()[0]).not.toHaveProperty('retry');
  });

  it('says of no run that it was kept where there is none yet', async () => {
    const figure = figureOf(failing(Object.assign(new Error('is torn'), { name: 'DataError', problem })), null);
    await openInLab(figure, files);
    expect(figure.notices()).toMatchObject([{ kind: 'data', kept: false }]);
  });

  it('tells also what has no values', async () => {
    const figure = figureOf(failing(new Error('The library worker failed')));
    await openInLab(figure, files);
    expect(figure.notices()).toMatchObject([{ message: 'The library worker failed', problem: null }]);
  });

  it('says nothing of what the reader has cancelled', async () => {
    const figure = figureOf(failing(new DOMException('ended', 'AbortError')));
    await openInLab(figure, files);
    expect(figure.notices()).toEqual([]);
  });

  it('gathers pictures, and lets other files take their place', async () => {
    const inspect = vi.fn(async () => previewOfBars());
    const figure = figureOf({ inspect });
    const [one, two, other] = [picture('1.png'), picture('2.png'), new File(['x'], 'x.idx')];
    const seen = (): readonly File[] => inspected.getState()!.inspection.store.getState().files;
    await openInLab(figure, [one]);
    await openInLab(figure, [two]);
    expect(seen()).toEqual([one, two]);
    await openInLab(figure, [other]);
    expect(seen()).toEqual([other]);
    await openInLab(figure, [one]);
    expect(seen()).toEqual([one]);
  });

  it('gathers pictures also while the first is read', async () => {
    const [one, two] = [picture('1.png'), picture('2.png')];
    const read: (() => void)[] = [];
    let end = (): void => undefined;
    const figure = figureOf({
      inspect: () =>
        new Promise((resolve, reject) => {
          read.push(() => resolve(previewOfBars()));
          end = () => reject(new DOMException('ended', 'AbortError'));
        }),
      end: () => end(),
    });
    const opened = openInLab(figure, [one]);
    await vi.waitUntil(() => read.length === 1, PATIENTLY);
    const joined = openInLab(figure, [two]);
    await vi.waitUntil(() => read.length === 2, PATIENTLY);
    read[1]!();
    await Promise.all([opened, joined]);
    expect(inspected.getState()!.inspection.store.getState()).toMatchObject({
      files: [one, two],
      preview: previewOfBars(),
    });
    expect(figure.notices()).toEqual([]);
  });

  it('trains at once on images that come with weights', async () => {
    const figure = figureOf({});
    figure.loadData.mockResolvedValue({} as Dataset);
    const load = vi.spyOn(figure.lab, 'load').mockResolvedValue({ step: 3, changes: {}, hasMoments: true });
    const weights = new File(['x'], 'w.safetensors');
    await openInLab(figure, [files[0]!, weights]);
    // Whole and as they are, whatever was chosen of those before.
    expect(figure.loadData).toHaveBeenCalledWith(files, { size: 0, count: 0, transposed: false });
    expect(load).toHaveBeenCalledWith(weights);
    expect(inspected.getState()).toBeNull();
  });

  describe('beside weights, where they cannot be trained on', () => {
    const failure: LabFailure = { kind: 'engines', engines: [], message: 'No engine can train this' };
    const weights = new File(['x'], 'w.safetensors');
    /** What is said of the images, and not of the weights. */
    const saidOfImages = ({ notices }: ReturnType<typeof figureOf>) => notices().filter(({ kind }) => kind === 'data');

    it('leaves it to the figure to say so, which tells the end of its run', async () => {
      const figure = figureOf({});
      vi.spyOn(figure.lab, 'load').mockResolvedValue({ step: 3, changes: {}, hasMoments: true });
      figure.loadData.mockImplementation(async () => {
        figure.lab.store.setState({ failure, run: null });
        throw new Error(failure.message);
      });
      await openInLab(figure, [files[0]!, weights]);
      expect(saidOfImages(figure)).toEqual([]);
    });

    it('says why where the figure has told of something else before', async () => {
      const figure = figureOf({}, null);
      vi.spyOn(figure.lab, 'load').mockResolvedValue({ step: 3, changes: {}, hasMoments: true });
      figure.lab.store.setState({ failure });
      figure.loadData.mockRejectedValue(Object.assign(new Error('is torn'), { name: 'DataError', problem }));
      await openInLab(figure, [files[0]!, weights]);
      expect(saidOfImages(figure)).toMatchObject([{ message: 'is torn', kept: false }]);
    });
  });
});

describe('what files are for', () => {
  const json = (content: object, name = 'a.json') => new File([JSON.stringify(content)], name);
  const image = new File(['x'], 'x.png', { type: 'image/png' });

  it('is told of a model by its description, or by there being nothing else', async () => {
    const model = json({ format: 'layers-model', modelTopology: {}, weightsManifest: [] }, 'model.json');
    expect(await areModel([model, new File(['x'], 'group1-shard1of1.bin')])).toBe(true);
    expect(await areModel([json({ any: 1 })])).toBe(true);
    expect(await areModel([model, image])).toBe(true);
    expect(await areModel([json({ licence: 'CC0' }), image])).toBe(false);
    expect(await areModel([image])).toBe(false);
  });

  it('is told of safetensors by the names of their tensors', async () => {
    const tensors = (names: readonly string[]): File => {
      const header = JSON.stringify(Object.fromEntries(names.map((name) => [name, { dtype: 'F32', shape: [1] }])));
      return new File([new BigUint64Array([BigInt(header.length)]), header], 'a.safetensors');
    };
    expect(await isWeights(tensors(['encoder.0.weight']))).toBe(true);
    expect(await isWeights(tensors(['images', 'labels']))).toBe(false);
    for (const name of ['x_train', 'test_images', 'Image', 'features', 'train-features'])
      expect(await isWeights(tensors([name, 'y_train'])), name).toBe(false);
    expect(await isWeights(tensors(['data', 'head.weight']))).toBe(true);
    expect(await isWeights(tensors(['x', 'head.bias']))).toBe(true);
    expect(await isWeights(tensors(['mixed', 'codes']))).toBe(true);
    expect(await isWeights(image)).toBe(false);
  });

  it('stays with a folder in their names', () => {
    const inFolder = Object.defineProperty(picture('1.png'), 'webkitRelativePath', { value: 'set/cats/1.png' });
    expect(filesOfFolder([inFolder, picture('2.png')]).map(({ name, type }) => [name, type])).toEqual([
      ['set/cats/1.png', 'image/png'],
      ['2.png', 'image/png'],
    ]);
  });
});

describe('sides in pixels', () => {
  it.each([
    ['28×28', [28, 28]],
    ['28 × 14', [28, 14]],
    [' 8x6 ', [8, 6]],
    ['8 6', [8, 6]],
    ['8*6', [8, 6]],
    ['28', null],
    ['0 × 4', null],
    ['-3 × 4', null],
    ['1.5 × 4', null],
    ['a × b', null],
    ['', null],
  ] as const)('%j are %j', (text, sides) => expect(parseSize(text)).toEqual(sides));
});

describe('what is dropped', () => {
  it('minds files alone', () => {
    const drag = (...types: string[]) => ({ dataTransfer: { types } as unknown as DataTransfer });
    expect(hasFiles(drag('text/uri-list', 'Files'))).toBe(true);
    expect(hasFiles(drag('text/plain'))).toBe(false);
    expect(hasFiles({ dataTransfer: null })).toBe(false);
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
