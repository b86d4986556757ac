/** What the console, the scripts and the requests of a page complained about. */
import type { Page, Request } from 'playwright-core';

/**
 * Chromium asks for the icon of a page after all else, and gives that up when the page is left or loaded anew. Nothing
 * that the page itself asks for is of this kind.
 */
const iconGivenUp = (request: Request): boolean =>
  request.failure()?.errorText === 'net::ERR_ABORTED' && /\/(?:icon\.svg|favicon\.ico)$/.test(request.url());

/** The list of what `page` complains about from now on, which grows as it does. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('requestfailed', (request) => {
    if (!iconGivenUp(request)) complaints.push(`not fetched: ${request.url()}`);
  });
  return complaints;
}
