import { afterEach, describe, expect, it, vi } from 'vitest';
import { openInspector } from '../../src/worker/inspector';
import { createLibraryJobs } from '../../src/worker/libraryJobs';
import type { FilesOrder, LibraryRequest, LibraryResponse, Progress, Reading } from '../../src/worker/libraryProtocol';
import { barImages, idxBytes } from '../support/idx';

const orderOf = (files: readonly File[], changes: Partial<FilesOrder> = {}, reading?: Reading): FilesOrder => ({
  baseUrl: 'https://example.org/',
  source: { kind: 'files', files, ...(reading && { reading }) },
  size: 0,
  count: 0,
  transposed: false,
  binary: 'off' as const,
  ...changes,
});
const nobody = (): void => undefined;

/** A file that counts how often its first byte is read: some times a reading. */
function counted(bytes: Uint8Array<ArrayBuffer>, name = 'bars.idx'): { file: File; starts(): number } {
  let starts = 0;
  class Counted extends File {
    override slice(start?: number, end?: number): Blob {
      if (start === 0) starts += 1;
      return super.slice(start, end);
    }
  }
  return { file: new Counted([bytes], name), starts: () => starts };
}

/** Inspectors whose workers run here; `fail` breaks the one that runs. */
function inProcess() {
  const workers: { terminated: boolean; fail(): void }[] = [];
  const inspector = openInspector(() => {
    const target = new EventTarget();
    const worker = {
      terminated: false,
      fail: () => target.dispatchEvent(Object.assign(new Event('error', { cancelable: true }), { message: 'broke' })),
    };
    workers.push(worker);
    const take = createLibraryJobs((data: LibraryResponse) => {
      if (!worker.terminated) target.dispatchEvent(new MessageEvent('message', { data }));
    });
    return {
      postMessage: (request: LibraryRequest) => queueMicrotask(() => take(request)),
      addEventListener: target.addEventListener.bind(target),
      terminate: () => {
        worker.terminated = true;
      },
    } as unknown as Worker;
  });
  ends.push(() => inspector.end());
  return { inspector, workers };
}
const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

const thrown = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => null,
    (error: unknown) => error,
  );

describe('an inspection of files', () => {
  const { images, labels } = barImages(60, 6);

  it('says what would be trained on, and reads the files once for that and for the data set', async () => {
    const { inspector } = inProcess();
    const { file, starts } = counted(images);
    const files = [file, new File([labels], 'bars-labels.idx')];
    const first = await inspector.inspect(orderOf(files), nobody);
    const once = starts();
    expect(once).toBeGreaterThan(0);
    expect(first).toMatchObject({ n: 60, all: 60, width: 6, height: 6, stored: [6, 6] });
    expect(first.classes).toEqual(Array.from({ length: 6 }, (_, i) => ({ name: String(i), count: 10 })));
    const choices = { size: 3, count: 12, transposed: true, binary: 'off' as const };
    const chosen = await inspector.inspect(orderOf(files, choices, { inverted: true }), nobody);
    expect(chosen).toMatchObject({ n: 12, all: 60, width: 3, height: 3, found: { reading: { inverted: true } } });
    const dataset = await inspector.load(orderOf(files, choices, { inverted: true }));
    expect(dataset).toMatchObject({ n: 12, width: 3, height: 3 });
    expect(dataset.images).toEqual(chosen.images);
    expect(starts()).toBe(once);
  });

  it('reads them again once the images have been given away', async () => {
    const { inspector } = inProcess();
    const { file, starts } = counted(images);
    const before = await inspector.inspect(orderOf([file]), nobody);
    const once = starts();
    await inspector.load(orderOf([file], {}, { inverted: true }));
    expect((await inspector.inspect(orderOf([file]), nobody)).images).toEqual(before.images);
    expect(starts()).toBe(2 * once);
  });

  it('reads them again for another reading', async () => {
    const { inspector } = inProcess();
    const { file, starts } = counted(images);
    const seen: number[] = [];
    for (const reading of [{}, { stretched: true }, { stretched: true, inverted: true }]) {
      await inspector.inspect(orderOf([file], {}, reading), nobody);
      seen.push(starts());
    }
    expect(seen).toEqual([seen[0], 2 * seen[0]!, 2 * seen[0]!]);
  });

  it('goes on reading for a later request, which ends the earlier one', async () => {
    const { inspector } = inProcess();
    const { file, starts } = counted(idxBytes([20_000, 28, 28], 20_000 * 784), 'many.idx');
    const told: Progress[] = [];
    const early = thrown(inspector.inspect(orderOf([file]), nobody));
    const late = inspector.inspect(orderOf([file], { count: 5 }), (progress) => told.push(progress));
    expect(await early).toMatchObject({ name: 'AbortError' });
    expect(await late).toMatchObject({ n: 5, all: 20_000 });
    expect(told.at(-1)).toEqual({ done: file.size, total: file.size });
    const once = starts();
    await inProcess().inspector.inspect(orderOf([file]), nobody);
    expect(starts()).toBe(2 * once);
  });

  it('names a file that cannot be read, and tries again when it is asked again', async () => {
    const { inspector } = inProcess();
    const torn = orderOf([new File([images.subarray(0, 400)], 'cut.idx')]);
    for (const _ of [1, 2])
      expect(await thrown(inspector.inspect(torn, nobody))).toMatchObject({
        name: 'DataError',
        problem: { code: 'cut-short', values: { file: 'cut.idx', bytes: 400 } },
      });
  });

  it('is ended with its worker', async () => {
    const { inspector, workers } = inProcess();
    const asked = thrown(inspector.inspect(orderOf([new File([images], 'bars.idx')]), nobody));
    inspector.end();
    expect(await asked).toMatchObject({ name: 'AbortError' });
    expect(workers.map(({ terminated }) => terminated)).toEqual([true]);
  });

  it('fails with a worker that breaks, and has another one for the next request', async () => {
    const { inspector, workers } = inProcess();
    const order = orderOf([new File([images], 'bars.idx')]);
    const asked = thrown(inspector.inspect(order, nobody));
    workers[0]!.fail();
    expect(await asked).toMatchObject({ name: 'WorkerError', cause: 'crashed' });
    expect((await inspector.inspect(order, nobody)).n).toBe(60);
    expect(workers).toHaveLength(2);
  });

  it('says that the browser refuses a worker', async () => {
    const inspector = openInspector(() => {
      throw new DOMException('from origin null', 'SecurityError');
    });
    const error = await thrown(inspector.inspect(orderOf([new File([images], 'bars.idx')]), vi.fn()));
    expect(error).toMatchObject({ name: 'WorkerError', cause: 'refused' });
  });
});
