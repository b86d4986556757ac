/** The whole page scrolled through twice: what it computes meanwhile, and what it leaves behind. */
import { expect, it } from 'vitest';
import { heldBy } from '../../soak/memory';
import { watchContexts } from '../contexts';
import { cpuTimesOfTasks } from '../cpuTime';
import { mountAll } from '../mountAll';
import { STILL, useBrowser } from '../site';
import { WIDTHS } from './figure';
import { reader, scrollThrough } from './reader';

const { open } = useBrowser();

/** Ms of CPU time that no task may take: https://www.w3.org/TR/longtasks-1/ */
const LONG = 50;

/** What a second time may leave behind, as a share of what the first has. */
const MOST_LEFT = 1.05;

it.each(WIDTHS)('no task computes for over 50 ms while all figures come and train in turn, at %i px', async (width) => {
  const { page, close } = await open(reader(width));
  const tasks = await cpuTimesOfTasks(page, async () => {
    await scrollThrough(page);
    await scrollThrough(page);
  });
  expect(tasks.length).toBeGreaterThan(1000);
  expect(Math.max(...tasks)).toBeLessThanOrEqual(LONG);
  await close();
});

it.each(WIDTHS)('a second time leaves no more behind than the first, at %i px', async (width) => {
  const { page, close } = await open({ hash: STILL, before: watchContexts, ...reader(width) });
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable');
  await mountAll(page);
  const first = await heldBy(page, cdp, 1);
  await mountAll(page);
  const second = await heldBy(page, cdp, 2);
  for (const what of ['heap', 'nodes', 'listeners'] as const)
    expect(second[what] / first[what], what).toBeLessThan(MOST_LEFT);
  // Those of figures in sight or just out of it, and the one that reads the images.
  expect(second.workers).toBeLessThanOrEqual(4);
  await close();
});
