/** A page that trains, and what can happen to it; all of it, and a thousand times, is `npm run soak`. */
import { expect, it } from 'vitest';
import { createRandom } from '../../src/math/random';
import { FAULTS, putAway } from '../soak/faults';
import { actOnce, happen, prepare } from '../soak/run';
import { barImages } from '../support/idx';
import { useBrowser } from './site';

const browser = useBrowser();

/** Those that are over in about a second each. */
const QUICK = [
  'a worker that throws',
  'an allocation that fails in the worker',
  'NaN in the parameters',
  'a clock that jumps',
  'a computer that slept',
  'a disk that is full',
  'a tab that is put away and comes back',
];

it('trains on after one fault after the other, and says what was lost', async () => {
  const random = createRandom(5);
  const opened = { hash: '#v=1&b=1&s=1&e=simd', before: prepare, serviceWorkers: 'allow' as const };
  const { page, complaints, close } = await browser.open(opened);
  const context = { page, cdp: await page.context().newCDPSession(page) };
  await page.locator('.loss svg').waitFor();
  for (const name of QUICK) {
    await actOnce(context, random);
    // What it says of steps is checked in there: the sentence, the console, and where the run goes on.
    const { lost } = await happen(FAULTS.find((fault) => fault.name === name)!, { context, complaints });
    expect(lost, name).toBeLessThanOrEqual(2000);
  }
  await close();
});

it('goes on with images of the reader’s own where the tab was put away', async () => {
  const { page, complaints, close } = await browser.open({ hash: '#v=1&b=1&s=1&e=simd&play=0', before: prepare });
  const context = { page, cdp: await page.context().newCDPSession(page) };
  await page.locator('.loss svg').waitFor();
  await page.evaluate(
    (bytes) => window.lab.loadData(new File([new Uint8Array(bytes)], 'bars.idx')),
    [...barImages(60, 12).images],
  );
  const { mu } = await page.evaluate(async () => {
    const { mu } = await window.lab.step(30);
    return { mu: [...mu] };
  });
  await putAway(context);
  await page.locator('.notice').filter({ hasText: 'The run goes on from step 30' }).waitFor();
  await page.waitForFunction(() => window.lab.rests);
  const seen = await page.evaluate(() => ({
    step: window.lab.frame!.step,
    mu: [...window.lab.frame!.mu],
    n: window.lab.dataset!.n,
    own: window.lab.settings.data,
  }));
  expect(seen).toEqual({ step: 30, mu, n: 60, own: 'file' });
  expect(complaints).toEqual([]);
  await close();
});
