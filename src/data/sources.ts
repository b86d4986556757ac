import { type Arrangement, arrange } from './arrange';
import { DataError, type Dataset } from './dataset';
import type { Reading } from './files/reading';
import { readOwn } from './files/readOwn';
import { reason } from './reason';
import { SETS, type SetName } from './sets/sets';
import { joinProgress, type Watch } from './watch';

/** Where a data set comes from. */
export type Source =
  | {
      /** One that the site has. */
      readonly kind: 'set';
      readonly set: SetName;
      /** Which of its variants, as the set calls them; '' or none is the usual one. */
      readonly variant?: string;
    }
  /** Files of the reader's: images, alone or with labels. */
  | { readonly kind: 'files'; readonly files: readonly File[]; readonly reading?: Reading }
  /** The same by absolute address. */
  | { readonly kind: 'urls'; readonly urls: readonly string[]; readonly reading?: Reading };

/**
 * A source, and what is done to its images. A size of 0 or none is what suits a set, and leaves the reader's own as they
 * are; of images that are made, a count of 0 or none is as many as is usual.
 */
export type SourceRequest = Source & Partial<Arrangement>;

/** How the data room reaches the world; passed in, so that it runs in a worker and in Node alike. */
export interface SourceAccess extends Watch {
  /** Absolute address of the site's root, ending in '/': the shipped files are found below it. */
  readonly baseUrl: string;
  /** The bytes at an absolute address; rejects, best with a DataError, where there are none. */
  fetchBytes(url: string, watch?: Watch): Promise<Uint8Array<ArrayBuffer>>;
}

/**
 * Loads a data set. Images larger than `size` are averaged down to `size` × `size`, smaller ones stay as they are, and
 * sets that are drawn here are drawn at `size`.
 *
 * @throws DataError with a sentence for the reader if the source cannot be read
 * @throws RangeError if `size` or `count` is not a whole number, or negative
 * @throws the reason of `access.signal` once it is aborted
 */
export async function loadSource(request: SourceRequest, access: SourceAccess): Promise<Dataset> {
  const { size = 0, transposed = false, binary = 'off', count = 0 } = request;
  for (const [name, value] of Object.entries({ size, count }))
    if (!Number.isInteger(value) || value < 0)
      throw new RangeError(`${name} is ${value}, expected a whole number from 0`);
  const dataset = await readSource(request, { size, count }, access);
  access.signal?.throwIfAborted();
  const side = request.kind === 'set' ? size || SETS[request.set].size : size;
  return arrange(dataset, { size: side, count, transposed, binary });
}

async function readSource(
  request: SourceRequest,
  { size, count }: { size: number; count: number },
  access: SourceAccess,
): Promise<Dataset> {
  switch (request.kind) {
    case 'set': {
      const { set, variant = '' } = request;
      const begin = joinProgress(access.onProgress);
      const fetchShipped = async (path: string): Promise<Uint8Array<ArrayBuffer>> => {
        const onProgress = begin();
        const url = new URL(`data/${path}`, access.baseUrl).href;
        const bytes = await fetchFrom(access, url, { signal: access.signal, onProgress });
        // A server that packs a file does not say how long it is.
        onProgress({ done: bytes.length, total: bytes.length });
        return bytes;
      };
      return SETS[set].load({ variant, size: size || SETS[set].size, count }, fetchShipped);
    }
    case 'files':
      return (await readOwn(request.files, request.reading ?? {}, access)).dataset;
    case 'urls': {
      const files: File[] = [];
      for (const url of request.urls) files.push(new File([await fetchFrom(access, url, access)], fileName(url)));
      // What takes long has been told of: the fetching.
      return (await readOwn(files, request.reading ?? {}, { signal: access.signal })).dataset;
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
