import { readFile } from 'node:fs/promises';
import type { SourceAccess } from '../../src/data/sources';

/** The public folder, without a server. */
export const publicFiles: SourceAccess = {
  baseUrl: new URL('../../public/', import.meta.url).href,
  fetchBytes: async (url) => new Uint8Array(await readFile(new URL(url))),
};
