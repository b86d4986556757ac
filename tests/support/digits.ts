import type { Dataset } from '../../src/data/dataset';
import { loadSource } from '../../src/data/sources';

/** Where the tests in a browser find what the site ships. */
export const BASE_URL = new URL('/', location.href).href;

export async function fetchBytes(url: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} could not be fetched: HTTP status ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** The UCI digits as the site ships them, in a browser: 1797 images of 8 × 8. */
export function loadDigits(): Promise<Dataset> {
  return loadSource({ kind: 'set', set: 'uci-digits' }, { baseUrl: BASE_URL, fetchBytes });
}
