import { describe, expect, it } from 'vitest';
import { DataError } from '../../src/data/dataset';
import { SETS, type SetName } from '../../src/data/sets/sets';
import { generateStrokes } from '../../src/data/sets/strokes';
import { loadSource, type SourceAccess } from '../../src/data/sources';
import { drawOnce } from '../../src/math/binarise';
import { gzip, idxBytes } from '../support/idx';
import { publicFiles } from '../support/publicFiles';

const images = idxBytes([2, 8, 8], 128);
const labels = idxBytes([2], [5, 6]);

describe('loading a source', () => {
  it('loads every built-in one', async () => {
    for (const set of Object.keys(SETS) as SetName[]) {
      const dataset = await loadSource({ kind: 'set', set }, publicFiles);
      expect(dataset.name).toBe(set);
      expect(dataset.images).toHaveLength(dataset.n * dataset.width * dataset.height);
      if (dataset.labels !== null) expect(dataset.labels).toHaveLength(dataset.n);
      for (const { values } of dataset.factors ?? []) expect(values).toHaveLength(dataset.n);
    }
  });

  it('draws strokes at the size asked for, 16 if 0', async () => {
    const request = { kind: 'set', set: 'strokes', variant: '4', count: 20 } as const;
    expect(await loadSource({ ...request, size: 24 }, publicFiles)).toEqual(
      generateStrokes({ seed: 4, count: 20, size: 24 }),
    );
    expect((await loadSource({ ...request, size: 0 }, publicFiles)).width).toBe(16);
  });

  it('takes as many as are asked for, evenly, with what is known of them', async () => {
    const all = await loadSource({ kind: 'set', set: 'uci-digits' }, publicFiles);
    const some = await loadSource({ kind: 'set', set: 'uci-digits', count: 3 }, publicFiles);
    const chosen = [0, 599, 1198];
    expect([...some.labels!]).toEqual(chosen.map((i) => all.labels![i]));
    expect([...some.images]).toEqual(chosen.flatMap((i) => [...all.images.subarray(64 * i, 64 * (i + 1))]));
    expect(await loadSource({ kind: 'set', set: 'uci-digits', count: 5000 }, publicFiles)).toEqual(all);
  });

  it('says what a set has instead of a variant that it has not', async () => {
    await expect(loadSource({ kind: 'set', set: 'strokes', variant: 'fine' }, publicFiles)).rejects.toThrow(
      'The data set strokes has no variant "fine", expected the number of a hand, from 0 to 999999',
    );
  });

  it.each(['uci-digits', 'mnist', 'ring', 'line', 'disc', 'noise'] as const)('knows no variants of %s', async (set) => {
    await expect(loadSource({ kind: 'set', set, variant: 'B' }, publicFiles)).rejects.toMatchObject({
      problem: { code: 'variant-none', values: { set, variant: 'B' } },
    });
  });

  it('tells of all files of a set as of one', async () => {
    const seen: { done: number; total: number }[] = [];
    const sizes: Record<string, number> = {};
    const site: SourceAccess = {
      ...publicFiles,
      onProgress: (progress) => seen.push(progress),
      async fetchBytes(url, watch) {
        const bytes = await publicFiles.fetchBytes(url);
        sizes[url] = bytes.length;
        // The server does not say how long the description is.
        const total = url.endsWith('.json') ? 0 : bytes.length;
        for (const share of [0.5, 1]) watch?.onProgress?.({ done: Math.floor(share * bytes.length), total });
        return bytes;
      },
    };
    await loadSource({ kind: 'set', set: 'faces', variant: 'digits', count: 10 }, site);
    const total = Object.values(sizes).reduce((a, b) => a + b);
    expect(Object.keys(sizes)).toHaveLength(11);
    expect(seen.at(-1)).toEqual({ done: total, total });
    expect(seen.every((progress, i) => i === 0 || progress.done >= seen[i - 1]!.done)).toBe(true);
    expect(new Set(seen.map((progress) => progress.total))).toEqual(new Set([0, total]));
  });

  it('averages down and never enlarges', async () => {
    expect((await loadSource({ kind: 'set', set: 'uci-digits', size: 4 }, publicFiles)).width).toBe(4);
    expect((await loadSource({ kind: 'set', set: 'uci-digits', size: 16 }, publicFiles)).width).toBe(8);
    const files = [new File([labels], 'l'), new File([gzip(images)], 'digits.gz')];
    expect(await loadSource({ kind: 'files', files, size: 2 }, publicFiles)).toMatchObject({
      name: 'digits',
      n: 2,
      width: 2,
    });
    expect((await loadSource({ kind: 'files', files }, publicFiles)).width).toBe(8);
  });

  it('makes ink of what is above ½ in the end, and paper of all else', async () => {
    for (const size of [0, 5]) {
      const grey = await loadSource({ kind: 'set', set: 'uci-digits', size }, publicFiles);
      const binary = await loadSource({ kind: 'set', set: 'uci-digits', size, binary: 'threshold' }, publicFiles);
      expect(binary).toEqual({ ...grey, images: grey.images.map((x) => (x > 0.5 ? 1 : 0)) });
      expect(grey.images.some((x) => x > 0 && x < 1)).toBe(true);
    }
  });

  it('draws ink and paper of what is grey, and keeps that for further draws', async () => {
    const set = { kind: 'set', set: 'uci-digits' } as const;
    for (const size of [0, 5]) {
      const grey = await loadSource({ ...set, size }, publicFiles);
      const { images, intensities, ...rest } = await loadSource({ ...set, size, binary: 'resampled' }, publicFiles);
      expect({ ...rest, images: intensities }).toEqual(grey);
      expect(images).toEqual(drawOnce(grey.images));
    }
  });

  it('reads addresses as it reads files', async () => {
    const remote: Record<string, Uint8Array<ArrayBuffer>> = {
      'https://example.org/a/digits.gz?v=1': gzip(images),
      'https://example.org/labels': labels,
    };
    const web: SourceAccess = { ...publicFiles, fetchBytes: async (url) => remote[url]! };
    const dataset = await loadSource({ kind: 'urls', urls: Object.keys(remote) }, web);
    expect(dataset).toMatchObject({ name: 'digits', n: 2, labels: Uint8Array.of(5, 6) });
  });

  it('names the address where nothing could be fetched', async () => {
    const away: SourceAccess = {
      baseUrl: 'https://example.org/vae/',
      fetchBytes: () => Promise.reject(new Error('404')),
    };
    const failed = loadSource({ kind: 'set', set: 'uci-digits' }, away);
    await expect(failed).rejects.toThrow(DataError);
    await expect(failed).rejects.toThrow('https://example.org/vae/data/uci-digits.png: cannot be fetched (404)');
  });

  it('passes a DataError through, and refuses a size that is none', async () => {
    const files = [new File(['not idx'], 'notes.txt')];
    await expect(loadSource({ kind: 'files', files }, publicFiles)).rejects.toThrow(
      /^notes\.txt: looks like text, expected images, or labels of images, in IDX, npy,/,
    );
    await expect(loadSource({ kind: 'set', set: 'uci-digits', size: 2.5 }, publicFiles)).rejects.toThrow(RangeError);
    await expect(loadSource({ kind: 'set', set: 'strokes', size: -4 }, publicFiles)).rejects.toThrow(RangeError);
  });
});
