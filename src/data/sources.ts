import { reason } from './bytes';
import { DataError, type Dataset } from './dataset';
import { readIdx } from './idx';
import { resample } from './resample';
import { readSprite } from './sprite';
import { generateStrokes } from './strokes';

/** The data sets that need no file of the reader's. */
export const BUILT_IN_SOURCES = ['strokes', 'uci-digits'] as const;
export type BuiltInSource = (typeof BUILT_IN_SOURCES)[number];

/** Where a data set comes from. */
export type Source =
  | { readonly kind: 'strokes'; readonly seed: number; readonly count?: number }
  | { readonly kind: 'uci-digits' }
  /** Files of the reader's: images, alone or with labels. */
  | { readonly kind: 'files'; readonly files: readonly File[] }
  /** The same by absolute address. */
  | { readonly kind: 'urls'; readonly urls: readonly string[] };

/** A source, and the pixels a side its images are brought to; 0 or none leaves them as they are. */
export type SourceRequest = Source & { readonly size?: number };

/** How the data room reaches the world; passed in, so that it runs in a worker and in Node alike. */
export interface SourceAccess {
  /** Absolute address of the site's root, ending in '/': the shipped files are found below it. */
  readonly baseUrl: string;
  /** The bytes at an absolute address; rejects, best with a DataError, where there are none. */
  fetchBytes(url: string): Promise<Uint8Array<ArrayBuffer>>;
}

/**
 * Loads a data set. Images larger than `size` are averaged down to `size` × `size`, smaller ones stay as they are;
 * strokes are drawn at `size` (16 if 0).
 *
 * @throws DataError with a sentence for the reader if the source cannot be read
 * @throws RangeError if `size` (or `count`) is not a whole number, or negative
 */
export async function loadSource(request: SourceRequest, access: SourceAccess): Promise<Dataset> {
  const { size = 0 } = request;
  if (request.kind === 'strokes') {
    const { seed, count } = request;
    return generateStrokes({ seed, ...(count !== undefined && { count }), ...(size !== 0 && { size }) });
  }
  const dataset = await readSource(request, access);
  return size === 0 ? dataset : resample(dataset, size);
}

async function readSource(source: Exclude<Source, { kind: 'strokes' }>, access: SourceAccess): Promise<Dataset> {
  switch (source.kind) {
    case 'uci-digits': {
      const address = new URL(`data/${source.kind}`, access.baseUrl).href;
      const [png, json] = await Promise.all([
        fetchFrom(access, `${address}.png`),
        fetchFrom(access, `${address}.json`),
      ]);
      return readSprite(source.kind, png, json);
    }
    case 'files':
      return readIdx(source.files);
    case 'urls':
      return readIdx(
        await Promise.all(source.urls.map(async (url) => new File([await fetchFrom(access, url)], fileName(url)))),
      );
  }
}

async function fetchFrom(access: SourceAccess, url: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await access.fetchBytes(url);
  } catch (error) {
    if (error instanceof DataError) throw error;
    throw new DataError(`${url}: cannot be fetched (${reason(error)})`);
  }
}

/** The last part of an address's path, which is what errors call the file. */
function fileName(url: string): string {
  return (
    url
      .replace(/[?#].*$/, '')
      .split('/')
      .at(-1) || url
  );
}
