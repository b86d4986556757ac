import { stacked } from '../math/rows';
import { DataError } from './dataset';
import { reason } from './reason';
import { isRefused } from './refusals';
import { countBytes, type Watch } from './watch';

/**
 * The bytes at an absolute address.
 *
 * @throws DataError where there are none: the server refuses, no answer comes, or the site's policy forbids it
 * @throws the reason of `watch.signal` once it is aborted
 */
export async function fetchBytes(
  url: string,
  { signal, onProgress }: Watch = {},
  fetch: typeof globalThis.fetch = globalThis.fetch,
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const response = await fetch(url, signal === undefined ? {} : { signal });
    if (!response.ok) throw refused(url, response.status, `HTTP status ${response.status}`);
    if (response.body === null) return new Uint8Array(await response.arrayBuffer());
    // The length is of what is sent, which a content encoding makes another than what arrives here.
    const encoded = response.headers.get('content-encoding') !== null;
    const length = encoded ? 0 : Number(response.headers.get('content-length') ?? 0);
    return await collect(response.body, countBytes(length, onProgress), signal);
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof DataError) throw error;
    if (await isRefused(url))
      throw refused(url, 'policy', 'the content security policy of this site does not allow it');
    throw refused(url, 'network', reason(error));
  }
}

function refused(url: string, status: number | 'network' | 'policy', why: string): DataError {
  return new DataError({ code: 'fetch', values: { url, status } }, `${url}: cannot be fetched (${why})`);
}

async function collect(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  onBytes: (count: number) => void,
  signal: AbortSignal | undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = body.getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  try {
    for (;;) {
      const { done, value } = await reader.read();
      signal?.throwIfAborted();
      if (done) break;
      parts.push(value);
      onBytes(value.length);
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
  return stacked(parts, Uint8Array);
}
