/** A plain server of files, with headers of a test's choice: what hosts and embedders do that the preview does not. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { HEADERS } from '../../site/policy';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
  '.jpg': 'image/jpeg',
};

export interface StaticServer {
  /** Ends in a slash. */
  readonly url: string;
  close(): Promise<void>;
}

/** What a server has: the files of a folder, or one page. */
export type Source =
  | {
      readonly folder: string;
      /** Path that the folder lies under, with slashes around; the root where it is not given. */
      readonly under?: string;
      /** Changes the documents on their way. */
      readonly rewrite?: (html: string) => string;
      /** Files, by their paths below the folder, that are not found for as long as this says so. */
      readonly lacks?: ((path: string) => boolean) | undefined;
    }
  | { readonly html: string };

/**
 * @param headers sent with every answer; those of the site where it is the site's files that are served
 * @param how the port, where it must be a certain one, and a status that all answers have
 */
export async function serveStatic(
  source: Source,
  headers: Readonly<Record<string, string>> = 'folder' in source ? HEADERS : {},
  { port = 0, status: always }: { readonly port?: number; readonly status?: number } = {},
): Promise<StaticServer> {
  const root = ('folder' in source && source.under) || '/';
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const send = (status: number, type: string, body: Buffer | string): void => {
      response.writeHead(always ?? status, { 'content-type': type, ...headers });
      response.end(body);
    };
    const missing = (): void => send(404, 'text/plain', 'Not found');
    if (path === '/favicon.ico') send(200, 'image/x-icon', '');
    else if (!path.startsWith(root)) missing();
    else if ('html' in source) {
      if (path === '/') send(200, TYPES['.html']!, source.html);
      else missing();
    } else {
      const below = path.slice(root.length);
      const file = join(source.folder, normalize(`/${below === '' ? 'index.html' : below}`));
      const type = TYPES[extname(file)] ?? 'application/octet-stream';
      if (source.lacks?.(below)) missing();
      else
        readFile(file).then(
          (body) => send(200, type, extname(file) === '.html' && source.rewrite ? source.rewrite(String(body)) : body),
          missing,
        );
    }
  });
  // A connection that a browser keeps must not be closed just when it is used again.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${root}`,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
