/** The whole page come to twice: what that leaves behind. */
import { expect, it } from 'vitest';
import { heldBy } from '../../soak/memory';
import { watchContexts } from '../contexts';
import { mountAll } from '../mountAll';
import { STILL, useBrowser } from '../site';
import { WIDTHS } from './figure';
import { reader } from './reader';

const { open } = useBrowser();

/** What a second time may leave behind, as a share of what the first has. */
const MOST_LEFT = 1.05;

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
