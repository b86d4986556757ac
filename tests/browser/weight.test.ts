/** How much script a reader waits for. */
import { expect, inject, it } from 'vitest';
import { EARLY_BYTES, EMBED_BYTES, earlyBytes, fetchedScripts } from './fetchedScripts';
import { pretendHardware } from './scenarios';
import { useBrowser } from './site';

const site = { siteUrl: inject('siteUrl'), siteFolder: inject('siteFolder') };
const { use } = useBrowser();

it('the page asks for at most 120 kB of main-thread script before its first figure', () =>
  use({}, async (page) => {
    expect(earlyBytes(await fetchedScripts(page, site, '#v=1&e=simd', 0))).toBeLessThanOrEqual(EARLY_BYTES);
  }));

it('and so where a GPU draws it', () =>
  use({}, async (page) => {
    await pretendHardware(page);
    const scripts = await fetchedScripts(page, site, '#v=1&e=simd', 0);
    expect(scripts).toContainEqual(
      expect.objectContaining({ file: expect.stringMatching('webglPainter'), part: 'early' }),
    );
    expect(earlyBytes(scripts)).toBeLessThanOrEqual(EARLY_BYTES);
  }));

it('a figure in a frame asks for at most 130 kB of main-thread script until it moves', () =>
  use({}, async (page) => {
    expect(earlyBytes(await fetchedScripts(page, site, 'embed.html', 1))).toBeLessThanOrEqual(EMBED_BYTES);
  }));
