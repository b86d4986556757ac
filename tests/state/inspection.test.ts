import { describe, expect, it, vi } from 'vitest';
import { Inspection } from '../../src/state/inspection';
import type { Settings } from '../../src/state/settings';
import type { Inspector } from '../../src/worker/inspector';
import type { Dataset, FilesOrder, Preview, Progress } from '../../src/worker/libraryProtocol';
import { summaryOf, turn } from '../support/fakeClient';
import { datasetOf, open } from '../support/labs';
import { previewOfBars } from '../support/preview';

const BASE = 'https://example.org/';
const file = new File(['x'], 'bars.idx');

interface Asked {
  readonly order: FilesOrder;
  tell(progress: Progress): void;
  resolve(preview: Preview): void;
  reject(error: Error): void;
}

/** Inspectors that answer when the test does. */
class FakeInspectors {
  readonly asked: Asked[] = [];
  readonly loads: FilesOrder[] = [];
  ended = 0;
  loading: () => Promise<Dataset> = async () => datasetOf('chosen');

  readonly open = (): Inspector => ({
    inspect: (order, tell) => {
      this.abort();
      return new Promise((resolve, reject) => this.asked.push({ order, tell, resolve, reject }));
    },
    load: (order) => {
      this.loads.push(order);
      return this.loading();
    },
    end: () => {
      this.ended += 1;
      this.abort();
    },
  });

  /** Ends what is under way. */
  private abort(): void {
    this.asked.at(-1)?.reject(new DOMException('ended', 'AbortError'));
  }

  get last(): Asked {
    return this.asked.at(-1)!;
  }
}

async function begin(settings: Partial<Settings> = {}, preview = previewOfBars()) {
  const made = await open(settings);
  const inspectors = new FakeInspectors();
  const { lab, library } = made;
  const inspection = new Inspection({ lab, library, baseUrl: BASE, open: inspectors.open }, [file]);
  const begun = inspection.begin();
  inspectors.last.resolve(preview);
  const state = () => inspection.store.getState();
  return { ...made, inspectors, inspection, begun, state, inspected: state };
}

describe('files that are looked at', () => {
  it('begin whole and as they are, whatever the lab has chosen of other images', async () => {
    const { inspectors, inspected, lab, begun } = await begin({
      size: 12,
      count: 30,
      transposed: true,
      binary: 'threshold',
    });
    await begun;
    expect(inspectors.last.order).toEqual({
      baseUrl: BASE,
      source: { kind: 'files', files: [file] },
      size: 0,
      count: 0,
      transposed: false,
      binary: 'threshold',
    });
    expect(inspected()).toMatchObject({ preview: previewOfBars(), busy: false, failure: null, progress: null });
    expect(lab.settings.data).toBe('uci-digits');
  });

  it('are brought down where a model of all of their pixels would be slow', async () => {
    const { inspectors, begun } = await begin({}, previewOfBars({ stored: [300, 200] }));
    await turn();
    expect(inspectors.last.order.size).toBe(32);
    inspectors.last.resolve(previewOfBars());
    await begun;
  });

  it('that are trained on already begin as they are read', async () => {
    const { lab, library } = await open({ size: 0, count: 30, transposed: true });
    const inspectors = new FakeInspectors();
    const parts = { lab, library, baseUrl: BASE, open: inspectors.open };
    const begun = new Inspection(parts, [file], { inverted: true }).begin();
    expect(inspectors.last.order).toMatchObject({ size: 0, count: 30, transposed: true });
    expect(inspectors.last.order.source.reading).toEqual({ inverted: true });
    inspectors.last.resolve(previewOfBars({ stored: [300, 200] }));
    await begun;
    expect(inspectors.asked).toHaveLength(1);
  });

  it('follow choices, and tell how far the reading is', async () => {
    const { inspectors, inspection, inspected, begun } = await begin();
    await begun;
    const changed = inspection.change({ inverted: true, channel: 1 });
    expect(inspected().busy).toBe(true);
    expect(inspectors.last.order.source.reading).toEqual({ inverted: true, channel: 1 });
    inspectors.last.tell({ done: 1, total: 4 });
    expect(inspected().progress).toEqual({ done: 1, total: 4 });
    const preview = previewOfBars({ name: 'second' });
    inspectors.last.resolve(preview);
    await changed;
    expect(inspected()).toMatchObject({ preview, busy: false, progress: null });
  });

  it('show what was before while a choice gives none, and why', async () => {
    const { inspectors, inspection, inspected, begun } = await begin();
    await begun;
    const changed = inspection.change({ sides: [5, 5] });
    const error = new Error('no such sides');
    inspectors.last.reject(error);
    await changed;
    expect(inspected()).toMatchObject({ preview: previewOfBars(), failure: error, busy: false });
    const mended = inspection.change({ sides: [2, 1] });
    inspectors.last.resolve(previewOfBars());
    await mended;
    expect(inspected().failure).toBeNull();
  });

  it('follow the last of several choices', async () => {
    const { inspectors, inspection, inspected, begun } = await begin();
    await begun;
    const first = inspection.change({ size: 8 });
    const second = inspection.change({ count: 2 });
    expect(inspectors.last.order).toMatchObject({ size: 8, count: 2 });
    inspectors.last.resolve(previewOfBars({ n: 2 }));
    await Promise.all([first, second]);
    expect(inspected()).toMatchObject({ preview: { n: 2 }, busy: false });
  });

  it('are joined by others, which are read with them', async () => {
    const { inspectors, inspection, begun } = await begin();
    await begun;
    const other = new File(['y'], 'more.idx');
    const added = inspection.add([other]);
    expect(inspectors.last.order.source.files).toEqual([file, other]);
    expect(inspectors.ended).toBe(1);
    inspectors.last.resolve(previewOfBars());
    await added;
  });

  it('are joined while they are read, and shown together', async () => {
    const made = await open();
    const inspectors = new FakeInspectors();
    const inspection = new Inspection({ ...made, baseUrl: BASE, open: inspectors.open }, [file]);
    const begun = inspection.begin();
    const other = new File(['y'], 'more.idx');
    const added = inspection.add([other]);
    expect(inspectors.last.order.source.files).toEqual([file, other]);
    inspectors.last.resolve(previewOfBars({ stored: [300, 200] }));
    await added;
    await turn();
    expect(inspectors.last.order.size, 'as of files that are opened together').toBe(32);
    inspectors.last.resolve(previewOfBars());
    await begun;
    expect(inspection.store.getState()).toMatchObject({ preview: previewOfBars(), busy: false, failure: null });
  });

  it('say so where they are opened if those that join them cannot be read', async () => {
    const made = await open();
    const inspectors = new FakeInspectors();
    const inspection = new Inspection({ ...made, baseUrl: BASE, open: inspectors.open }, [file]);
    const begun = inspection.begin();
    void inspection.add([new File(['y'], 'more.idx')]);
    inspectors.last.reject(new Error('torn'));
    await expect(begun).rejects.toThrow('torn');
  });

  it('are given up when they are put away', async () => {
    const made = await open();
    const inspectors = new FakeInspectors();
    const inspection = new Inspection({ ...made, baseUrl: BASE, open: inspectors.open }, [file]);
    const begun = inspection.begin();
    inspection.end();
    await expect(begun).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('that cannot be read say so where they are opened', async () => {
    const made = await open();
    const inspectors = new FakeInspectors();
    const inspection = new Inspection({ ...made, baseUrl: BASE, open: inspectors.open }, [file]);
    const begun = inspection.begin();
    inspectors.last.reject(new Error('torn'));
    await expect(begun).rejects.toThrow('torn');
  });
});

describe('training on them', () => {
  it('begins a run on what the worker has, with the settings that were chosen', async () => {
    const { inspectors, inspection, library, lab, client, begun } = await begin();
    await begun;
    const changed = inspection.change({ size: 8, count: 2, transposed: true, inverted: true });
    inspectors.last.resolve(previewOfBars());
    await changed;
    const orders = library.orders.length;
    const ready = vi.fn();
    const trained = inspection.train(ready);
    await turn();
    expect(ready).toHaveBeenCalledOnce();
    expect(inspectors.ended).toBe(1);
    expect(library.orders.slice(orders)).toEqual(inspectors.loads);
    await client.answer('start', summaryOf());
    await trained;
    expect(lab.dataset!.name).toBe('chosen');
    expect(lab.settings).toMatchObject({ data: 'file', size: 8, count: 2, transposed: true });
    expect(lab.ownImages).toEqual({ kind: 'files', files: [file], reading: { inverted: true } });
  });

  it('leaves the run as it is where the images cannot be had any more', async () => {
    const { inspectors, inspection, inspected, lab, begun } = await begin();
    await begun;
    inspectors.loading = () => Promise.reject(new Error('moved'));
    const ready = vi.fn();
    await inspection.train(ready);
    expect(ready).not.toHaveBeenCalled();
    expect(inspected()).toMatchObject({ busy: false, failure: new Error('moved') });
    expect(lab.settings.data).toBe('uci-digits');
  });
});
