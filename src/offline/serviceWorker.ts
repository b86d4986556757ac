/**
 * Keeps the whole site for when there is no network. What has a hash in its name comes from what is kept; all else, and
 * so which release a visit gets, is asked of the site first. A new release is kept beside the old one, and takes its
 * place when no page of the old one is open any more: a page never gets scripts of another release.
 */
import { PrecacheController } from 'workbox-precaching';

declare const self: ServiceWorkerGlobalScope;

/** Every file of the site, and what tells two releases of it apart; null where its name does. The build puts it in. */
declare const SITE_FILES: readonly { readonly url: string; readonly revision: string | null }[];

/** Ms that a site may take to answer before a kept document is shown in its place. */
const PATIENCE = 4000;

const kept = new PrecacheController();
kept.precache([...SITE_FILES]);

// From the first visit on: what it has not yet asked for is kept as well.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = nameOf(request.url);
  const own = request.method === 'GET' && kept.getCacheKeyForURL(url) !== undefined;
  if (own) event.respondWith(isHashed(url) ? fromCache(url, request) : fromSite(url, request));
});

/** The address of the file that answers. */
function nameOf(address: string): string {
  const { origin, pathname } = new URL(address);
  return `${origin}${pathname.endsWith('/') ? `${pathname}index.html` : pathname}`;
}

const ASSETS = new URL('assets/', self.location.href).href;
const isHashed = (url: string): boolean => url.startsWith(ASSETS);

async function fromCache(url: string, request: Request): Promise<Response> {
  return (await kept.matchPrecache(url)) ?? fetch(request);
}

/** A document that is long in coming, or any answer that is none, is replaced by what is kept. */
async function fromSite(url: string, request: Request): Promise<Response> {
  const answer = fetch(request);
  const first = answer.then(
    (response) => (response.status < 500 ? response : null),
    () => null,
  );
  const inTime = request.mode === 'navigate' ? Promise.race([first, late()]) : first;
  return (await inTime) ?? (await kept.matchPrecache(url)) ?? answer;
}

const late = (): Promise<null> => new Promise((resolve) => setTimeout(resolve, PATIENCE, null));
