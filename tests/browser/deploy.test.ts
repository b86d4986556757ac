/** A page that was opened before a deploy: its files are gone, and another version is there in their place. */
import { expect, it } from 'vitest';
import { useBrowser } from './site';

const browser = useBrowser();

it('offers to reload where a newer version of the page has taken the place of the files that are missing', async () => {
  let deployed = false;
  const { page, close } = await browser.open({
    hash: '#v=1&play=0',
    before: async (made) => {
      // The table of numbers is fetched when it is opened.
      await made.route('**/assets/NumbersTable-*.js', (route) =>
        deployed ? route.fulfill({ status: 404, body: 'Not found' }) : route.continue(),
      );
      await made.route(/\/some\/where\/$/, async (route) => {
        const response = await route.fetch();
        const html = await response.text();
        await route.fulfill({
          response,
          body: deployed ? html.replace(/assets\/main-[\w-]+\.js/, 'assets/main-Newer123.js') : html,
        });
      });
    },
  });
  const { frame } = await page.evaluate(async () => ({ frame: (await window.lab.step(3)).step }));
  deployed = true;
  await page.getByText('Numbers', { exact: true }).click();
  const reload = page.getByRole('button', { name: 'Reload the page' });
  await reload.waitFor();
  await expect.poll(() => page.getByRole('alert').filter({ has: reload }).textContent()).toContain('newer version');
  await expect.poll(() => page.getByRole('button', { name: 'Try again' }).count()).toBe(0);
  // What is there goes on.
  expect(await page.evaluate(async () => (await window.lab.step(2)).step)).toBe(frame + 2);
  // The new version's script is the old one's here: after one reload the page works.
  deployed = false;
  await reload.click();
  await page.waitForFunction(() => window.lab?.frame != null);
  await close();
});
