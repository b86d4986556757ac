/** A window of a browser as the tests of the page have it. */
import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';

declare global {
  interface Window {
    tellOfViolation(text: string): void;
  }
}

export interface WatchedContext {
  readonly context: BrowserContext;
  /** What a content security policy refused so far, in any page and frame. */
  readonly violations: readonly string[];
}

/** Service workers are left out, so that every file comes from the server each time, unless a test allows them. */
export async function openContext(browser: Browser, options: BrowserContextOptions = {}): Promise<WatchedContext> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-US', ...options });
  const violations: string[] = [];
  await context.exposeBinding('tellOfViolation', (_, text: string) => void violations.push(text));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      window.tellOfViolation(`${event.documentURI}: ${event.effectiveDirective} refuses ${event.blockedURI}`);
    });
  });
  // What happens in workers and before the listener is there reaches the console alone.
  context.on('console', (message) => {
    if (/content.security.policy/i.test(message.text())) violations.push(message.text());
  });
  if (options.serviceWorkers !== 'allow') {
    await context.addInitScript(() => {
      Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');
    });
  }
  return { context, violations };
}
