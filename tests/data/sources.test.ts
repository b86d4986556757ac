import { describe, expect, it } from 'vitest';
import { DataError } from '../../src/data/dataset';
import { generateStrokes } from '../../src/data/sets/strokes';
import { loadSource, type SourceAccess, type SourceRequest } from '../../src/data/sources';
import { gzip, idxBytes } from '../support/idx';
import { publicFiles } from '../support/publicFiles';

const images = idxBytes([2, 8, 8], 128);
const labels = idxBytes([2], [5, 6]);

describe('loading a source', () => {
  it('loads every built-in one', async () => {
    for (const kind of ['strokes', 'uci-digits'] as const) {
      const request: SourceRequest = kind === 'strokes' ? { kind, seed: 1 } : { kind };
      const dataset = await loadSource(request, publicFiles);
      expect(dataset.name).toBe(kind);
      expect(dataset.images).toHaveLength(dataset.n * dataset.width * dataset.height);
      expect(dataset.labels).toHaveLength(dataset.n);
    }
  });

  it('draws strokes at the size asked for, 16 if 0', async () => {
    const request = { kind: 'strokes', seed: 4, count: 20 } as const;
    expect(await loadSource({ ...request, size: 24 }, publicFiles)).toEqual(
      generateStrokes({ seed: 4, count: 20, size: 24 }),
    );
    expect((await loadSource({ ...request, size: 0 }, publicFiles)).width).toBe(16);
  });

  it('averages down and never enlarges', async () => {
    expect((await loadSource({ kind: 'uci-digits', size: 4 }, publicFiles)).width).toBe(4);
    expect((await loadSource({ kind: 'uci-digits', size: 16 }, publicFiles)).width).toBe(8);
    const files = [new File([labels], 'l'), new File([gzip(images)], 'digits.gz')];
    expect(await loadSource({ kind: 'files', files, size: 2 }, publicFiles)).toMatchObject({
      name: 'digits',
      n: 2,
      width: 2,
    });
    expect((await loadSource({ kind: 'files', files }, publicFiles)).width).toBe(8);
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
    const failed = loadSource({ kind: 'uci-digits' }, away);
    await expect(failed).rejects.toThrow(DataError);
    await expect(failed).rejects.toThrow('https://example.org/vae/data/uci-digits.png: cannot be fetched (404)');
  });

  it('passes a DataError through, and refuses a size that is none', async () => {
    const files = [new File(['not idx'], 'notes.txt')];
    await expect(loadSource({ kind: 'files', files }, publicFiles)).rejects.toThrow(
      /^notes\.txt: looks like text, expected IDX/,
    );
    await expect(loadSource({ kind: 'uci-digits', size: 2.5 }, publicFiles)).rejects.toThrow(RangeError);
    await expect(loadSource({ kind: 'strokes', seed: 1, size: -4 }, publicFiles)).rejects.toThrow(RangeError);
  });
});
