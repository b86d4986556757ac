import { DataError, type Dataset } from './dataset';
import { reason } from './files/bytes';
import { readIdx } from './files/idx';
import { resample } from './resample';
import { readSprite } from './sets/sprite';
import { generateStrokes } from './sets/strokes';
import { transpose } from './transpose';
import type { Watch } from './watch';

/** Where a data set comes from. */
export type Source =
  | { readonly kind: 'strokes'; readonly seed: number; readonly count?: number }
  | { readonly kind: 'uci-digits' }
  /** Files of the reader's: images, alone or with labels. */
  | { readonly kind: 'files'; readonly files: readonly File[] }
  /** The same by absolute address. */
  | { readonly kind: 'urls'; readonly urls: readonly string[] };

/** A source, and what is done to its images. */
export type SourceRequest = Source & {
  /** Pixels a side that they are brought to; 0 or none leaves them as they are. */
  readonly size?: number;
  /** Whether rows and columns of each image are exchanged, as EMNIST stores them. */
  readonly transposed?: boolean;
};

/** How the data room reaches the world; passed in, so that it runs in a worker and in Node alike. */
export interface SourceAccess extends Watch {
  /** Absolute address of the site's root, ending in '/': the shipped files are found below it. */
  readonly baseUrl: string;
  /** The bytes at an absolute address; rejects, best with a DataError, where there are none. */
  fetchBytes(url: string, watch?: Watch): Promise<Uint8Array<ArrayBuffer>>;
}

/**
 * Loads a data set. Images larger than `size` are averaged down to `size` × `size`, smaller ones stay as they are;
 * strokes are drawn at `size` (16 if 0).
 *
 * @throws DataError with a sentence for the reader if the source cannot be read
 * @throws RangeError if `size` (or `count`) is not a whole number, or negative
 * @throws the reason of `access.signal` once it is aborted
 */
export async function loadSource(request: SourceRequest, access: SourceAccess): Promise<Dataset> {
  const { size = 0, transposed = false } = request;
  const dataset = await readSource(request, access);
  access.signal?.throwIfAborted();
  const resampled = size === 0 || request.kind === 'strokes' ? dataset : resample(dataset, size);
  return transposed ? transpose(resampled) : resampled;
}

async function readSource(request: SourceRequest, access: SourceAccess): Promise<Dataset> {
  switch (request.kind) {
    case 'strokes': {
      const { seed, count, size = 0 } = request;
      return generateStrokes({ seed, ...(count !== undefined && { count }), ...(size !== 0 && { size }) });
    }
    case 'uci-digits': {
      const address = new URL(`data/${request.kind}`, access.baseUrl).href;
      const { signal } = access;
      const [png, json] = await Promise.all([
        fetchFrom(access, `${address}.png`, { signal }),
        fetchFrom(access, `${address}.json`, { signal }),
      ]);
      return readSprite(request.kind, png, json);
    }
    case 'files':
      return readIdx(request.files, access);
    case 'urls': {
      const files: File[] = [];
      for (const url of request.urls) files.push(new File([await fetchFrom(access, url, access)], fileName(url)));
      // What takes long has been told of: the fetching.
      return readIdx(files, { signal: access.signal });
    }
  }
}

async function fetchFrom(access: SourceAccess, url: string, watch: Watch): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await access.fetchBytes(url, watch);
  } catch (error) {
    access.signal?.throwIfAborted();
    if (error instanceof DataError) throw error;
    throw new DataError(
      { code: 'fetch', values: { url, status: 'network' } },
      `${url}: cannot be fetched (${reason(error)})`,
    );
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
