/** What readers send and bloggers paste: links and the code of embeds. */
import { readFile } from 'node:fs/promises';
import axe from 'axe-core';
import { micromark } from 'micromark';
import type { Frame, Page } from 'playwright-core';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { barImages } from '../support/idx';
import { testFile, trainOn } from './ownImages';
import { buildPost } from './post';
import type { FigureElement } from './posts';
import { planeBox, STILL, useBrowser } from './site';
import { type Source, serveStatic } from './staticServer';

const browser = useBrowser();

const CLIPBOARD = { permissions: ['clipboard-read', 'clipboard-write'] };

/** As where the page may not write to it. */
async function withoutClipboard(page: Page): Promise<void> {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
  });
}

const clipboard = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

const dialogOf = (page: Page) => page.getByRole('dialog', { name: /Put this figure in a post|把这幅图放进文章/ });

/** Opens the dialog, as a reader does by keys. */
async function openDialog(page: Page): Promise<ReturnType<typeof dialogOf>> {
  await page.getByRole('button', { name: /^(Embed|嵌入)$/ }).focus();
  await page.keyboard.press('Enter');
  const dialog = dialogOf(page);
  await dialog.locator('textarea').waitFor();
  return dialog;
}

/** The preview's document, with a figure that has been drawn. */
async function previewOf(page: Page): Promise<Frame> {
  const element = page.locator('.embed-preview iframe');
  // A figure that nobody sees does nothing.
  await element.scrollIntoViewIfNeeded();
  let found: Frame | null = null;
  await expect
    .poll(async () => {
      const handle = await element.elementHandle().catch(() => null);
      found = (await handle?.contentFrame()) ?? null;
      return (await found?.evaluate(() => window.lab?.frame != null).catch(() => false)) ?? false;
    })
    .toBe(true);
  return found!;
}

/** A preview that gives way to another, or goes with the dialog, does not go on loading. */
const withoutEnded = (complaints: readonly string[]): string[] =>
  complaints.filter((text) => !text.startsWith('not fetched'));

/** What a figure shows besides its numbers. */
const shownBy = (page: Page | Frame) =>
  page.evaluate(() => {
    const { beta, noiseScale, hidden, seed, engine } = window.lab.settings;
    return {
      settings: { beta, noiseScale, hidden, seed, engine },
      pins: [...document.querySelectorAll('.pin')].map((pin) => pin.getAttribute('aria-label')),
      ticks: [...document.querySelectorAll('.plane-stage .axis text')].map((tick) => tick.textContent),
    };
  });

const sumsAfter = (page: Page | Frame, steps: number) =>
  page.evaluate(async (count) => {
    window.lab.pause();
    await window.lab.reset();
    const frame = await window.lab.step(count);
    return { step: frame.step, mu: [...frame.mu], sigma: [...frame.sigma] };
  }, steps);

describe('a link', () => {
  it('shows the same settings, window and pins, and the same numbers after the same steps', async () => {
    const { page, complaints, close } = await browser.open({ hash: `${STILL}&e=simd`, ...CLIPBOARD });
    await page.evaluate(() => window.lab.set({ beta: 1.23456789, noiseScale: 0.7, hidden: [24], seed: 9 }));
    await page.waitForFunction(() => window.lab.store.getState().run !== null && !window.lab.store.getState().starting);
    const plane = await planeBox(page);
    await page.mouse.click(plane.x + 40, plane.y - 60);
    await page.locator('.pin').waitFor();
    await page.locator('.plane-stage > svg').focus();
    await page.keyboard.press('+');
    await page.keyboard.press('+');
    await page.mouse.click(plane.x - 80, plane.y + 10);
    await page.locator('.pin').nth(1).waitFor();
    const shown = await shownBy(page);
    expect(shown.pins).toHaveLength(2);
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.getByRole('button', { name: 'Link copied' }).waitFor();
    const link = await clipboard(page);
    expect(link).toContain(inject('siteUrl'));
    expect(await page.evaluate(() => location.href)).toBe(link);
    const numbers = await sumsAfter(page, 60);

    const other = await browser.open({ url: link });
    await other.page.locator('.pin').nth(1).waitFor();
    expect(await shownBy(other.page)).toEqual(shown);
    expect(await sumsAfter(other.page, 60)).toEqual(numbers);
    // Nothing was lost on the way: the other reader would send the same.
    await other.page.waitForFunction((address) => location.href === address, link);
    expect([...complaints, ...other.complaints]).toEqual([]);
    await other.close();
    await close();
  });

  it('can be copied from a field where the clipboard is refused', async () => {
    const { page, close } = await browser.open({
      hash: `${STILL}&b=2`,
      viewport: { width: 300, height: 640 },
      before: withoutClipboard,
    });
    await page.getByRole('button', { name: 'Copy link' }).click();
    const field = page.getByRole('textbox', { name: 'Copy the link from here' });
    await field.waitFor();
    expect(await field.evaluate((input: HTMLInputElement) => input === document.activeElement)).toBe(true);
    const selected = await field.evaluate((input: HTMLInputElement) =>
      input.value.slice(input.selectionStart!, input.selectionEnd!),
    );
    expect(selected).toBe(await page.evaluate(() => location.href));
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(sideways).toBeLessThanOrEqual(0);
    // It gives way to what is pressed next, which does not move away from the pointer by that.
    await page.getByRole('button', { name: 'Embed', exact: true }).click();
    await field.waitFor({ state: 'detached' });
    await dialogOf(page).waitFor();
    await close();
  });

  it('is read again when a window or pins are typed, and faults are told', async () => {
    const { page, complaints, close } = await browser.open({ hash: `${STILL}&w=0,0,2&p=1,1` });
    await page.locator('.pin').waitFor();
    const before = await shownBy(page);
    await page.evaluate(() => {
      location.hash = '#w=1,1,0.5&p=1,1;0.75,0.5';
    });
    await page.locator('.pin').nth(1).waitFor();
    await expect.poll(async () => (await shownBy(page)).ticks).not.toEqual(before.ticks);
    await page.waitForFunction(() => location.hash.includes('&w=1,1,0.5&p=1,1;0.75,0.5'));
    await page.evaluate(() => {
      location.hash = '#w=nowhere';
    });
    await page.getByText('“w=nowhere”').waitFor();
    expect(await page.locator('.pin').count()).toBe(2);
    expect(complaints).toEqual([]);
    await close();
  });
});

const SCREENS = [
  { name: 'English, light, desktop', options: {} },
  {
    name: 'Chinese, dark, phone',
    options: { locale: 'zh-CN', colorScheme: 'dark' as const, viewport: { width: 360, height: 740 } },
  },
  { name: 'English, 300 px', options: { viewport: { width: 300, height: 640 } } },
];

describe('the dialog', { timeout: 120_000 }, () => {
  it('is driven by keys: opens, is gone through, and closes to where it was opened', async () => {
    const { page, complaints, close } = await browser.open({ hash: STILL });
    const dialog = await openDialog(page);
    // Every stop of the tabulator is in the dialog, until it leaves the page for the browser's own.
    const stops: string[] = [];
    for (let i = 0; i < 30; i++) {
      await page.keyboard.press('Tab');
      const stop = await page.evaluate(() => {
        const active = document.activeElement!;
        if (active === document.body) return 'browser';
        return active.closest('dialog') === null ? 'outside' : active.tagName.toLowerCase();
      });
      stops.push(stop);
      if (stop === 'iframe' || stop === 'browser') break;
    }
    expect(stops).not.toContain('outside');
    for (const kind of ['select', 'input', 'textarea', 'button', 'summary']) expect(stops).toContain(kind);
    await dialog.getByRole('heading').first().focus();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Embed');
    expect(withoutEnded(complaints)).toEqual([]);
    await close();
  });

  it.each(SCREENS)('has nothing for axe to object to, and nothing cut off: $name', async ({ options }) => {
    const { page, complaints, close } = await browser.open({ hash: STILL, ...options });
    const dialog = await openDialog(page);
    await previewOf(page);
    await dialog.locator('summary').click();
    await page.evaluate(axe.source);
    // The frame is a page of its own, which has its own test.
    const { violations } = await page.evaluate(() => window.axe.run({ exclude: ['iframe'] }, { iframes: false }));
    const found = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
    expect(found).toEqual([]);
    const sideways = await dialog.evaluate((element) => ({
      dialog: element.scrollWidth - element.clientWidth,
      page: document.documentElement.scrollWidth - window.innerWidth,
      out: [...element.querySelectorAll<HTMLElement>('label, button, select, legend, p, iframe')]
        .filter((part) => part.getBoundingClientRect().right > element.getBoundingClientRect().right)
        .map((part) => part.textContent || part.tagName),
    }));
    expect(sideways).toEqual({ dialog: 0, page: 0, out: [] });
    expect(withoutEnded(complaints)).toEqual([]);
    await close();
  });

  it('shows what is chosen in the preview and in the code', async () => {
    const { page, complaints, close } = await browser.open({ hash: `${STILL}&b=2`, ...CLIPBOARD });
    const dialog = await openDialog(page);
    const code = dialog.locator('textarea');
    expect(await code.inputValue()).toContain('beta="2"');
    let preview = await previewOf(page);
    expect(await preview.evaluate(() => window.lab.settings.beta)).toBe(2);
    expect(await preview.locator('.controls').count()).toBe(1);

    await dialog.getByRole('checkbox', { name: 'Data and model' }).uncheck();
    await dialog.getByRole('checkbox', { name: 'Starts by itself when it is seen' }).uncheck();
    await dialog.getByLabel('Colours').selectOption('dark');
    await dialog.getByLabel('Language').selectOption('zh');
    await dialog.locator('summary').click();
    await dialog.getByRole('checkbox', { name: 'Counters' }).uncheck();
    await dialog.getByLabel('Width at most, px').fill('420');
    expect(await code.inputValue()).toContain(
      'panels="transport plane grid" hide="counters" beta="2" autoplay="0" lang="zh" theme="dark" style="max-width: 420px"',
    );
    preview = await previewOf(page);
    await preview.locator('.transport').waitFor();
    const shown = await preview.evaluate(() => ({
      controls: document.querySelectorAll('.controls').length,
      counters: document.querySelectorAll('.counters').length,
      lang: document.documentElement.lang,
      theme: document.documentElement.dataset.theme,
      playing: window.lab.store.getState().playing,
      width: window.innerWidth,
    }));
    expect(shown).toEqual({ controls: 0, counters: 0, lang: 'zh-Hans', theme: 'dark', playing: false, width: 420 });
    // As high as the frame says that it is.
    await expect
      .poll(() => preview.evaluate(() => document.documentElement.scrollHeight - window.innerHeight))
      .toBeLessThanOrEqual(0);

    await dialog.getByLabel('Width at most, px').fill('12');
    await dialog.getByText('not a whole number from 300 to 2000').waitFor();
    expect(await code.inputValue()).not.toContain('max-width');
    await dialog.getByRole('button', { name: 'Copy the code' }).click();
    await dialog.getByRole('button', { name: 'Copied' }).waitFor();
    expect(await clipboard(page)).toBe(await code.inputValue());
    expect(withoutEnded(complaints)).toEqual([]);
    await close();
  });

  it('selects the code where the clipboard is refused, and says so', async () => {
    const { page, close } = await browser.open({
      hash: STILL,
      before: withoutClipboard,
    });
    const dialog = await openDialog(page);
    await dialog.getByRole('button', { name: 'Copy the code' }).click();
    await dialog.getByRole('status').filter({ hasText: 'The code is selected' }).waitFor();
    const selected = await dialog
      .locator('textarea')
      .evaluate((field: HTMLTextAreaElement) => field.value.slice(field.selectionStart, field.selectionEnd));
    expect(selected).toContain('<vae-geometry');
    await close();
  });

  it("says that the reader's own images are not in the code", async () => {
    const { page, close } = await browser.open({ hash: STILL });
    const { images } = barImages(60, 6);
    await trainOn(page, [testFile('bars.idx', images)]);
    await page.waitForFunction(() => window.lab.dataset?.width === 6);
    const dialog = await openDialog(page);
    await dialog.getByText('Your own images are not in the code').waitFor();
    expect(await dialog.locator('textarea').inputValue()).not.toContain('file');
    await close();
  });

  it('says that the preview did not come, and another try brings it', async () => {
    const { page, close } = await browser.open({ hash: STILL });
    await page.route('**/embed.html', (route) => route.fulfill({ status: 404, body: 'Not found' }));
    const dialog = await openDialog(page);
    await dialog.getByText('This part of the page did not come').waitFor();
    await page.unroute('**/embed.html');
    await dialog.getByRole('button', { name: 'Try again' }).click();
    await previewOf(page);
    await dialog.getByText('This part of the page did not come').waitFor({ state: 'detached' });
    await close();
  });
});

describe('the code, pasted into an empty page on another origin', () => {
  const ends: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const end of ends.splice(0)) await end();
  });

  const serve = async (source: Source, headers?: Readonly<Record<string, string>>): Promise<string> => {
    const server = await serveStatic(source, headers);
    ends.push(server.close);
    return server.url;
  };

  const pageOf = (body: string): string =>
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>A post</title><body>${body}</body></html>`;

  const FORMS = [
    { form: 'HTML', publish: (code: string) => serve({ html: pageOf(code) }) },
    { form: 'Frame only', publish: (code: string) => serve({ html: pageOf(code) }) },
    {
      form: 'Markdown',
      publish: (code: string) =>
        serve({
          html: pageOf(micromark(`A paragraph before.\n${code}\nand *one* after.`, { allowDangerousHtml: true })),
        }),
    },
    {
      form: 'MDX, React',
      publish: async (code: string) => {
        const built = await buildPost(code);
        ends.push(built.remove);
        // The site's own headers are not those of a blog.
        return serve({ folder: built.folder }, {});
      },
    },
  ] as const;

  it.each(FORMS)('works: $form', { timeout: 120_000 }, async ({ form, publish }) => {
    const { page, complaints, close } = await browser.open({
      hash: '#v=1&play=0&e=simd&b=2&s=0.5&h=24&lr=0.01&w=0.5,0,2&p=1,1;-0.5,0.25',
      ...CLIPBOARD,
    });
    const numbers = await sumsAfter(page, 40);
    const dialog = await openDialog(page);
    // The preview would train meanwhile.
    await dialog.getByRole('checkbox', { name: 'Starts by itself when it is seen' }).uncheck();
    await dialog.getByRole('radio', { name: form }).check();
    await dialog.getByRole('button', { name: 'Copy the code' }).click();
    await dialog.getByRole('button', { name: 'Copied' }).waitFor();
    const code = await clipboard(page);
    const shown = await shownBy(page);
    const address = await publish(code);
    await close();

    const other = await browser.open({ url: address, foreign: true });
    const frame = await embeddedFrame(other.page);
    expect(new URL(frame.url()).origin).not.toBe(new URL(address).origin);
    await frame.locator('.pin').nth(1).waitFor();
    const { settings, pins } = await shownBy(frame);
    expect({ settings, pins }).toEqual({ settings: shown.settings, pins: shown.pins });
    expect(await sumsAfter(frame, 40)).toEqual(numbers);
    // Wherever it can tell its height, nothing of it is cut off.
    if (form !== 'Frame only') {
      await expect
        .poll(() => frame.evaluate(() => document.documentElement.scrollHeight - window.innerHeight))
        .toBeLessThanOrEqual(0);
    }
    expect([...withoutEnded(complaints), ...other.complaints]).toEqual([]);
    await other.close();
  });

  it('works as the React component of the examples, with a style, a callback ref and the numbers', async () => {
    const example = await readFile('public/examples/VaeGeometry.jsx', 'utf8');
    const site = inject('siteUrl');
    const built = await buildPost(
      `import { VaeGeometry } from './VaeGeometry.jsx';

<VaeGeometry
  figure="lab"
  beta={1}
  autoplay={false}
  engine="simd"
  style={{ maxWidth: 500 }}
  ref={(element) => { window.held = element; }}
  onFrame={({ step }) => { window.told = step; }}
/>
`,
      { 'VaeGeometry.jsx': example.replace("const SITE = '../';", `const SITE = '${site}';`) },
    );
    ends.push(built.remove);
    const { page, complaints, close } = await browser.open({
      url: await serve({ folder: built.folder }, {}),
      foreign: true,
    });
    const frame = await embeddedFrame(page);
    await frame.waitForFunction(() => window.lab?.frame != null);
    expect(await frame.evaluate(() => [window.lab.settings.beta, window.lab.store.getState().playing])).toEqual([
      1,
      false,
    ]);
    const figure = await page.evaluate(async () => {
      const { held } = window as unknown as { held: FigureElement };
      await held.step(10);
      return { name: held.localName, width: held.style.maxWidth };
    });
    expect(figure).toEqual({ name: 'vae-geometry', width: '500px' });
    await expect.poll(() => page.evaluate(() => (window as unknown as { told: number }).told)).toBe(10);
    expect(complaints).toEqual([]);
    await close();
  });

  it.each(['compare', 'sweep'])(
    'works of another figure, which its page steers: %s',
    { timeout: 120_000 },
    async (name) => {
      const { page, complaints, close } = await browser.open({
        hash: '#v=1&play=0&e=simd&h=8&s=1&compare.b=0.5&compare.h=8&compare.e=simd&compare.rg=-1,-1,1,1&compare.right.b=4&sw=b:0,8:30',
        ...CLIPBOARD,
      });
      const dialog = await openDialog(page);
      await dialog.getByLabel('Figure', { exact: true }).selectOption(name);
      expect(await dialog.getByRole('group', { name: 'Panels' }).count()).toBe(name === 'sweep' ? 0 : 1);
      const autoplay = dialog.getByRole('checkbox', { name: 'Starts by itself when it is seen' });
      if (name === 'sweep') expect(await autoplay.count()).toBe(0);
      else await autoplay.uncheck();
      await dialog.getByRole('button', { name: 'Copy the code' }).click();
      await dialog.getByRole('button', { name: 'Copied' }).waitFor();
      const address = await serve({ html: pageOf(await clipboard(page)) });
      await close();

      const other = await browser.open({ url: address, foreign: true });
      await other.page.evaluate(() => document.querySelector('vae-geometry')!.ready);
      const frame = other.page.frames().find((each) => each.url().includes('embed.html'))!;
      if (name === 'compare') {
        const { step } = await other.page.evaluate(() => document.querySelector('vae-geometry')!.step(30));
        const pair = await frame.evaluate(() =>
          ['compare', 'compare.right'].map((id) => {
            const { settings, frame: shown, region } = window.labs[id]!;
            return [settings.beta, settings.hidden[0], shown!.step, region.box?.top];
          }),
        );
        expect([step, ...pair]).toEqual([30, [0.5, 8, 30, 1], [4, 8, 30, undefined]]);
      } else {
        const told = await other.page.evaluate(async () => {
          const figure = document.querySelector('vae-geometry')!;
          const refused = await figure.step(1).catch(({ message }: Error) => message);
          const steps = new Map<unknown, number>();
          const done = new Promise<void>((resolve) => {
            figure.addEventListener('frame', (event) => {
              const { model, step } = (event as CustomEvent).detail;
              steps.set(model, step);
              if (steps.get(0) === 30 && steps.get(1) === 30) resolve();
            });
          });
          figure.play();
          await done;
          await figure.set({ sw: 'r:1,2,3:20' });
          const bad = await figure.set({ sw: 'r:1' }).catch((error: Error) => `${error.name}: ${error.message}`);
          return { refused, bad, models: [...steps.keys()].sort() };
        });
        expect(told).toEqual({
          refused: expect.stringMatching(/step\(1\) is refused/),
          bad: expect.stringMatching(/^RangeError: sw=r:1 is refused/),
          models: [0, 1],
        });
        expect(await frame.evaluate(() => window.sweeps!.sweep!.plan)).toEqual({
          setting: 'seed',
          values: [1, 2, 3],
          steps: 20,
        });
      }
      expect([...withoutEnded(complaints), ...other.complaints]).toEqual([]);
      await other.close();
    },
  );

  it('may say anything that an address says', async () => {
    const script = `<script type="module" src="${inject('siteUrl')}embed.js"></script>`;
    const element = '<vae-geometry autoplay="0" beta="2" pins="1,1" state="v=1&amp;s=0.5&amp;w=0,0,2"></vae-geometry>';
    const { page, complaints, close } = await browser.open({
      url: await serve({ html: pageOf(script + element) }),
      foreign: true,
    });
    const frame = await embeddedFrame(page);
    await frame.locator('.pin').waitFor();
    await frame.waitForFunction(() => location.hash.endsWith('&v=1&b=2&s=0.5&w=0,0,2&p=1,1&play=0'));
    expect((await shownBy(frame)).settings).toMatchObject({ beta: 2, noiseScale: 0.5 });
    expect(complaints).toEqual([]);
    await close();
  });

  /** The document of the figure's frame, with a figure that has been drawn. */
  async function embeddedFrame(page: Page): Promise<Frame> {
    let found: Frame | undefined;
    await expect
      .poll(async () => {
        found = page.frames().find((frame) => frame.url().includes('embed.html'));
        return (await found?.evaluate(() => window.lab?.frame != null).catch(() => false)) ?? false;
      })
      .toBe(true);
    return found!;
  }
});
