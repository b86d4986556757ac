/**
 * What the site allows itself and those who embed it. Said in every document, for hosts that send no headers of ours; in
 * the preview's answers; and in `_headers`, the form that Netlify and Cloudflare Pages read.
 */
import type { Plugin } from 'vite';

/** Everything comes from the site itself. Nobody is kept from framing it: figures are meant to be embedded. */
const SOURCES: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  // WebAssembly is compiled, JavaScript is never made of text.
  'script-src': "'self' 'wasm-unsafe-eval'",
  'style-src': "'self'",
  // Pictures that were drawn here, to be saved.
  'img-src': "'self' data: blob:",
  'media-src': 'blob:',
  'font-src': "'self'",
  'connect-src': "'self'",
  // A frame without an origin of its own may start workers of its own blobs alone (src/platform/opaqueWorker.ts).
  'worker-src': "'self' blob:",
  // The preview of an embed.
  'frame-src': "'self'",
  'manifest-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
};

export const CONTENT_POLICY = Object.entries(SOURCES)
  .map(([what, from]) => `${what} ${from}`)
  .join('; ');

/** Where links lead is not told where they come from. */
export const REFERRER_POLICY = 'no-referrer';

const NOT_NEEDED = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'usb',
  'xr-spatial-tracking',
];

/** Sent with everything. */
export const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CONTENT_POLICY,
  'Referrer-Policy': REFERRER_POLICY,
  'Permissions-Policy': NOT_NEEDED.map((name) => `${name}=()`).join(', '),
  'X-Content-Type-Options': 'nosniff',
  // A frame without an origin of its own, and a page that shuts out what does not agree to be used, may show figures.
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
};

/** What has a hash in its name never changes; all else is asked for anew, as these hosts have it by themselves. */
const IMMUTABLE = { 'Cache-Control': 'public, max-age=31536000, immutable' };

const rule = (path: string, headers: Readonly<Record<string, string>>): string =>
  [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n');

export function headersFile(): Plugin {
  return {
    name: 'headers-file',
    apply: 'build',
    generateBundle() {
      const source = `${rule('/*', HEADERS)}\n\n${rule('/assets/*', IMMUTABLE)}\n`;
      this.emitFile({ type: 'asset', fileName: '_headers', source });
    },
  };
}
