/** What scripts ask of the page, with the file missing that it takes: they hear of it, and asking again mends it. */
import type { Page, Route } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { ASKED } from './asked';
import { lazyRequests } from './builtSite';
import { isOf, WAYS } from './missing';
import { isReady, type Post, script, usePosts } from './posts';

const { post, open } = usePosts();
const site = inject('siteUrl');

/** The page, or a post with the figure, with what is asked for refused or held back from the start. */
async function opened(
  figure: string | undefined,
  is: (url: URL) => boolean,
  meet: (route: Route) => Promise<void> | void,
): Promise<Post> {
  const before = async (page: Page): Promise<void> => void (await page.route(is, meet));
  if (figure === undefined) {
    const made = await open(`${site}#compare&v=1&play=0`, { before });
    await made.page.waitForFunction(() => window.labs.compare?.frame != null);
    return made;
  }
  const made = await post(`${script()}<vae-geometry figure="${figure}" autoplay="0"></vae-geometry>`, { before });
  await isReady(made.page);
  return made;
}

describe.each(ASKED)('without $script', ({ script: name, figure, ask }) => {
  const [path, ...more] = lazyRequests(inject('siteFolder')).filter((each) => each.startsWith(`assets/${name}-`));

  it('it is one file', () => {
    expect(path).toBeDefined();
    expect(more).toEqual([]);
  });

  it.each(Object.entries(WAYS))('which %s, whoever asks hears so, and asking again mends it', async (_, fail) => {
    const is = isOf(path!);
    let refused = 0;
    const { page } = await opened(figure, is, (route) => {
      refused++;
      return fail(route);
    });
    expect(await ask(page)).toMatch(/\w{3,}/);
    expect(refused).toBeGreaterThan(0);
    await page.unroute(is);
    expect(await ask(page)).toBeNull();
  });

  it('which comes late, whoever asks waits for it', async () => {
    const held: Route[] = [];
    const { page } = await opened(figure, isOf(path!), (route) => void held.push(route));
    const answer = ask(page);
    await expect.poll(() => held.length).toBeGreaterThan(0);
    for (const route of held) await route.fallback();
    expect(await answer).toBeNull();
  });
});
