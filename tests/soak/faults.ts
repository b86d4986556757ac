/** What can happen to a page that trains, each as near to the real thing as a browser under test has it. */
import type { CDPSession, Page, Request, Worker } from 'playwright-core';
import { expect } from 'vitest';

export interface FaultContext {
  readonly page: Page;
  readonly cdp: CDPSession;
}

export interface Fault {
  readonly name: string;
  /** How often among others. */
  readonly weight: number;
  /** The engine that it is about; any where it is left out. */
  readonly engine?: 'webgl';
  /** Does it. What it says of itself is allowed on the console. */
  inject(context: FaultContext): Promise<void>;
  /** What the reader is told, with the step that the run goes on from where there is one; null where there is nothing to tell. */
  readonly says: RegExp | null;
  /** What the console may say. */
  readonly console?: RegExp;
  /** Whether the run rests after it, until the reader plays on. */
  readonly rests?: boolean;
  /** Ends what the fault has left, when all was looked at. */
  mend?(context: FaultContext): Promise<void>;
}

const STEP = 'step ([\\d,]+)';

/** The workers that train. */
const trainers = (page: Page): Worker[] => page.workers().filter((worker) => !/library|sw\.js/.test(worker.url()));

/** Does something in every worker that trains; one that ends of it does not answer. */
async function inTrainers(page: Page, work: () => void): Promise<void> {
  // Not to be waited for: a worker that ends, or is caught in a loop, never answers.
  for (const worker of trainers(page)) worker.evaluate(work).catch(() => undefined);
}

/** Changes a clock in the page and in all that trains. */
async function inAll(page: Page, work: () => void): Promise<void> {
  await inTrainers(page, work);
  await page.evaluate(work);
}

/** Shows or hides the tab, as another tab in front of it does. */
const show = (page: Page, state: 'visible' | 'hidden'): Promise<void> =>
  page.evaluate((now) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => now });
    document.dispatchEvent(new Event('visibilitychange'));
  }, state);

/** When the tab last kept its runs, in ms since 1970; 0 for never. */
const keptAt = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('vae-geometry');
        opening.onupgradeneeded = () => opening.transaction!.abort();
        opening.onerror = () => resolve(0);
        opening.onsuccess = () => {
          const all = opening.result.transaction('tabs').objectStore('tabs').getAll();
          all.onsuccess = () => {
            opening.result.close();
            resolve(Math.max(0, ...(all.result as { at: number }[]).map(({ at }) => at)));
          };
          all.onerror = () => reject(all.error);
        };
      }),
  );

/** Marks the next load of the page as that of a tab that was put away. */
const PUT_AWAY = 'test-put-away';

/** What each page has asked for and not yet got. */
const UNDER_WAY = new WeakMap<Page, Set<Request>>();

/** Has a page know whether it was put away. To be called before it is loaded. */
export async function canBePutAway(page: Page): Promise<void> {
  const underWay = new Set<Request>();
  UNDER_WAY.set(page, underWay);
  page.on('request', (request) => underWay.add(request));
  page.on('requestfinished', (request) => underWay.delete(request));
  page.on('requestfailed', (request) => underWay.delete(request));
  await page.addInitScript((mark) => {
    if (sessionStorage.getItem(mark) === null) return;
    sessionStorage.removeItem(mark);
    Object.defineProperty(document, 'wasDiscarded', { get: () => true });
  }, PUT_AWAY);
}

/** Long enough for what is said of a stall, in ms. */
const STALL = 10_000;
const SLOW = 'answers-late.txt';

/** Answers a request of the page only after the stall. To be called before the page is loaded. */
export const canStall = (page: Page): Promise<unknown> =>
  page.route(`**/${SLOW}`, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, STALL));
    await route.fulfill({ body: '' }).catch(() => undefined);
  });

const quota = ({ page, cdp }: FaultContext, quotaSize?: number): Promise<unknown> =>
  cdp.send('Storage.overrideQuotaForOrigin', {
    origin: new URL(page.url()).origin,
    ...(quotaSize !== undefined && { quotaSize }),
  });

/** Waits until the page has got all that it has asked for. */
async function allHasCome(page: Page): Promise<void> {
  const underWay = UNDER_WAY.get(page)!;
  await expect
    .poll(() => underWay.size, { timeout: 20_000 })
    .toBe(0)
    .catch(() => {
      const requests = [...underWay].map((each) => `${each.resourceType()} ${each.url()}`);
      throw new Error(`Still under way: ${requests.join(', ')}`);
    });
}

/** Has the browser put the tab away, and bring it back. */
export async function putAway({ page, cdp }: FaultContext): Promise<void> {
  const before = await keptAt(page);
  await show(page, 'hidden');
  const until = performance.now() + 20_000;
  while ((await keptAt(page)) === before) {
    if (performance.now() > until) throw new Error('The tab has kept nothing');
  }
  // What is under way while the page is frozen, Chromium never brings to an end, and at the reload it would be given up.
  await allHasCome(page);
  await cdp.send('Page.setWebLifecycleState', { state: 'frozen' });
  await cdp.send('Page.setWebLifecycleState', { state: 'active' });
  await page.evaluate((mark) => sessionStorage.setItem(mark, '1'), PUT_AWAY);
  await allHasCome(page);
  await page.reload();
  await page.waitForFunction(() => window.lab?.frame != null);
}

const LOST_LOSS = new RegExp(
  `no longer a usable number at step [\\d,]+, so training stopped\\. The model of ${STEP} is back`,
);

/** Times that noise is spoilt, and ms until it is looked whether a step has used it: WebGL may be long in telling of a loss. */
const SPOILS = 3;
const SPOILT = 12_000;

/**
 * Makes the noise of a few steps NaN, and so the parameters after them. What evaluates a model, or chooses an engine, draws
 * noise as well and may use up all that is spoilt: then it is done again.
 */
async function spoilNoise({ page }: FaultContext): Promise<void> {
  const told = page.locator('.notice').filter({ hasText: LOST_LOSS }).first();
  for (let i = 0; i < SPOILS; i++) {
    await inTrainers(page, () => {
      const { log } = Math;
      // What is still to be used is enough.
      if (log.name === 'spoilt') return;
      let left = 100;
      Math.log = function spoilt(value) {
        left -= 1;
        if (left === 0) Math.log = log;
        return value === 1 ? 0 : Number.NaN;
      };
    });
    const isTold = told.waitFor({ timeout: SPOILT }).then(
      () => true,
      () => false,
    );
    if (await isTold) return;
  }
}

export const FAULTS: readonly Fault[] = [
  {
    name: 'a worker that throws',
    weight: 25,
    inject: ({ page }) =>
      inTrainers(page, () => {
        setTimeout(() => {
          throw new Error('it was killed');
        });
      }),
    says: new RegExp(`stopped by itself \\(.*it was killed\\)\\. The run goes on from ${STEP} in a new one`),
    console: /it was killed/,
  },
  {
    name: 'a worker that ends without a word',
    weight: 3,
    inject: ({ page }) => inTrainers(page, () => self.close()),
    says: new RegExp(`no longer answered, and was ended\\. The run goes on from ${STEP}`),
  },
  {
    name: 'a worker that stops answering',
    weight: 3,
    inject: ({ page }) =>
      inTrainers(page, () => {
        // As a task of the worker's own: Chromium never ends one that is caught in what its tools evaluate.
        setTimeout(() => {
          for (;;);
        });
      }),
    says: new RegExp(`no longer answered, and was ended\\. The run goes on from ${STEP}`),
  },
  {
    name: 'an allocation that fails in the worker',
    weight: 16,
    inject: ({ page }) =>
      inTrainers(page, () => {
        const Real = Float32Array;
        self.Float32Array = new Proxy(Real, {
          construct(target, given, made) {
            if (typeof given[0] === 'number') throw new RangeError('Array buffer allocation failed');
            return Reflect.construct(target, given, made);
          },
        });
      }),
    says: new RegExp(`could not have the memory that it asked for .*The run goes on from ${STEP}`),
  },
  {
    name: 'NaN in the parameters',
    weight: 16,
    inject: spoilNoise,
    says: LOST_LOSS,
    rests: true,
  },
  {
    name: 'NaN in the parameters on WebGL',
    weight: 3,
    engine: 'webgl',
    inject: spoilNoise,
    says: LOST_LOSS,
    rests: true,
  },
  {
    name: 'a lost context',
    weight: 10,
    engine: 'webgl',
    inject: ({ page }) =>
      inTrainers(page, () => {
        const { prototype } = WebGL2RenderingContext;
        for (const name of ['drawArrays', 'drawElements'] as const) {
          const draw = prototype[name] as (...given: unknown[]) => void;
          (prototype as unknown as Record<string, unknown>)[name] = function (
            this: WebGL2RenderingContext,
            ...given: unknown[]
          ) {
            (prototype as unknown as Record<string, unknown>)[name] = draw;
            this.getExtension('WEBGL_lose_context')?.loseContext();
            draw.apply(this, given);
          };
        }
      }),
    says: new RegExp(`graphics processor dropped the model\\. Training goes on from ${STEP}`),
    console: /CONTEXT_LOST_WEBGL|context lost/i,
  },
  {
    name: 'a clock that jumps',
    weight: 10,
    inject: ({ page }) =>
      inAll(page, () => {
        const clock = Date as DateConstructor & { isAhead?: boolean };
        const { now } = clock;
        // A day ahead, then a day back.
        const off = clock.isAhead ? -86_400_000 : 86_400_000;
        clock.isAhead = !clock.isAhead;
        Date.now = () => now() + off;
      }),
    says: null,
  },
  {
    name: 'a computer that slept',
    weight: 6,
    inject: ({ page }) =>
      inAll(page, () => {
        const now = performance.now.bind(performance);
        performance.now = () => now() + 600_000;
      }),
    says: /The page stood still for [\d,]+ seconds/,
  },
  {
    name: 'ten seconds in which the page does nothing',
    weight: 3,
    inject: async ({ page }) => {
      await page.evaluate((late) => {
        const request = new XMLHttpRequest();
        request.open('GET', late, false);
        request.send();
      }, SLOW);
    },
    says: /The page stood still for (9|10|11|12) seconds/,
    console: /Synchronous XMLHttpRequest/,
  },
  {
    name: 'a disk that is full',
    weight: 5,
    async inject(context) {
      const { page } = context;
      await quota(context, 1);
      // The site is to be kept for when there is no network, which fails as well.
      await page.evaluate(async () => {
        if (!('serviceWorker' in navigator)) return;
        for (const each of await navigator.serviceWorker.getRegistrations()) await each.unregister();
        for (const name of await caches.keys()) await caches.delete(name);
        await navigator.serviceWorker.register('./sw.js', { updateViaCache: 'none' }).catch(() => undefined);
      });
      // Of a store that it has just written to Chromium asks for the room that is left every half minute alone.
      if ((await keptAt(page)) > 0) {
        await page.evaluate(() => {
          const { prototype } = IDBObjectStore;
          const { put } = prototype;
          prototype.put = () => {
            prototype.put = put;
            throw new DOMException('The disk is full', 'QuotaExceededError');
          };
        });
      }
      await show(page, 'hidden');
      await show(page, 'visible');
    },
    says: /The disk has no room to keep the run/,
    mend: async (context) => {
      await quota(context);
    },
  },
  {
    name: 'a tab that is put away and comes back',
    weight: 5,
    inject: putAway,
    says: new RegExp(`had put this tab away to save memory\\. The run goes on from ${STEP}`),
  },
];
