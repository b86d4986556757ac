/** How much script a reader waits for. */
import { expect, inject, it } from 'vitest';
import { EARLY_BYTES, EMBED_BYTES, earlyBytes, fetchedScripts } from './fetchedScripts';
import { pretendHardware } from './scenarios';
import { useBrowser } from './site';

const site = { siteUrl: inject('siteUrl'), siteFolder: inject('siteFolder') };
const { use } = useBrowser();

it.each(['the CPU', 'a GPU'])(
  'the page asks for at most 117 kB of main-thread script before its first figure, which %s draws',
  (renderer) =>
    use({}, async (page) => {
      if (renderer === 'a GPU') await pretendHardware(page);
      const scripts = await fetchedScripts(page, site, '#v=1&e=simd&f=0', 0);
      const painter = renderer === 'a GPU' ? 'webglPainter' : 'cpuPainter';
      expect(scripts).toContainEqual(expect.objectContaining({ file: expect.stringMatching(painter), part: 'early' }));
      expect(earlyBytes(scripts)).toBeLessThanOrEqual(EARLY_BYTES);
    }),
);

it.each(['the CPU', 'a GPU'])(
  'a figure in a frame that %s draws asks for at most 130 kB of main-thread script until it moves',
  (renderer) =>
    use({}, async (page) => {
      if (renderer === 'a GPU') await pretendHardware(page);
      expect(earlyBytes(await fetchedScripts(page, site, 'embed.html#speed=0', 1))).toBeLessThanOrEqual(EMBED_BYTES);
    }),
);
