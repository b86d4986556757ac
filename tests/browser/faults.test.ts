/** A page that trains, and what can happen to it; all of it, and a thousand times, is `npm run soak`. */
import { expect, it } from 'vitest';
import { createRandom } from '../../src/math/random';
import { FAULTS } from '../soak/faults';
import { actOnce, happen, prepare } from '../soak/run';
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
