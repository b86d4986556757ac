/** A figure in a page of another site. */
import fc from 'fast-check';
import type { Frame, Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { frameNumbers } from '../../src/embed/frameNumbers';
import type { Frame as TrainingFrame } from '../../src/worker/frameProtocol';
import { earlyRequests } from './builtSite';
import { isReady, script, trainers, trains, usePosts } from './posts';
import { useBrowser } from './site';

const { post, open, serve } = usePosts();
const browser = useBrowser();
const site = inject('siteUrl');
const siteFolder = inject('siteFolder');

const STAND_IN = '<a href="https://lab.example/"><img src="data:," alt="A picture" width="400" height="200"></a>';

/** Keeps what the page's first figure tells of, as `window.told`. */
const listen = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const told: [string, unknown][] = [];
    for (const type of ['frame', 'failed', 'refused']) {
      document
        .querySelector('vae-geometry')!
        .addEventListener(type, (event) => told.push([type, (event as CustomEvent).detail]));
    }
    Object.assign(window, { told });
  });

const told = (page: Page, type: string): Promise<unknown[]> =>
  page.evaluate(
    (wanted) =>
      (window as unknown as { told: [string, unknown][] }).told
        .filter(([kind]) => kind === wanted)
        .map(([, detail]) => detail),
    type,
  );

describe('<vae-geometry>', () => {
  it('shows a figure that trains, as high as it is, and tells of it', async () => {
    const made = await post(`${script()}<vae-geometry beta="1" sigma="1">${STAND_IN}</vae-geometry>`);
    await isReady(made.page);
    await listen(made.page);
    const [frame] = made.figures();
    await trains(frame!);
    await expect.poll(async () => (await told(made.page, 'frame')).length).toBeGreaterThan(3);
    const frames = (await told(made.page, 'frame')) as { step: number; beta: number; noiseScale: number }[];
    expect(frames.at(-1)!.step).toBeGreaterThan(frames[0]!.step);
    expect(frames.at(-1)).toMatchObject({ beta: 1, noiseScale: 1 });
    await expect
      .poll(async () => [
        await made.page.locator('iframe').evaluate((iframe) => iframe.clientHeight),
        await made.page.locator('a').isVisible(),
      ])
      .toEqual([await frame!.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height)), false]);
    expect(await made.page.locator('iframe').getAttribute('title')).toMatch(/figure/i);
    expect(made.complaints).toEqual([]);
    await made.close();
  });

  it.each([300, 360, 480, 700, 1100])('fits %s px: nothing scrolls, whatever is unfolded', async (width) => {
    const panels = 'transport controls plane grid strip pins loss more numbers';
    const made = await post(`${script()}<vae-geometry autoplay="0" panels="${panels}"></vae-geometry>`, {
      viewport: { width, height: 900 },
    });
    await isReady(made.page);
    const frame = made.figures()[0]!;
    await frame.waitForFunction(() => window.lab.frame !== null);
    await frame.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
      document.querySelector<HTMLElement>('.fold')!.click();
    });
    await frame.locator('.more select').first().waitFor();
    await frame.locator('.numbers table').waitFor();
    const overflow = () =>
      frame.evaluate(() => {
        const { scrollWidth, scrollHeight } = document.documentElement;
        return [scrollWidth - innerWidth, scrollHeight - innerHeight];
      });
    await expect.poll(overflow).toEqual([0, 0]);
    await made.close();
  });

  it.each([300, 390])(
    'on a phone of %s px is not much higher than its plane is, and unfolds the rest',
    async (width) => {
      const made = await post(`${script()}<vae-geometry autoplay="0"></vae-geometry>`, {
        viewport: { width, height: 844 },
        hasTouch: true,
      });
      await isReady(made.page);
      const frame = made.figures()[0]!;
      await frame.locator('.share-buttons').waitFor();
      await frame.locator('.grid').waitFor();
      const height = () => made.page.locator('iframe').evaluate((iframe) => iframe.clientHeight);
      await expect.poll(height).toBeLessThanOrEqual(width + 760);
      const seen = () =>
        frame
          .locator('.transport select, .data-source select, .pad')
          .evaluateAll((all) => all.filter((each) => each.getBoundingClientRect().height > 0).length);
      await expect.poll(seen).toBe(0);
      const fold = frame.locator('.fold');
      await fold.click();
      expect(await fold.getAttribute('aria-expanded')).toBe('true');
      expect(await seen()).toBe(4);
      await fold.click();
      expect(await seen()).toBe(0);
      await made.close();
    },
  );

  it.each<{ panel: string; attributes?: string; works: (frame: Frame) => Promise<void> }>([
    {
      panel: 'timeline',
      works: async (frame) => {
        const slider = frame.locator('.timeline input[type=range]');
        await expect.poll(() => frame.locator('.timeline').getAttribute('data-shown')).toBe('40');
        await slider.press('Home');
        await frame.waitForFunction(() => window.lab.frame!.step === 0);
      },
    },
    {
      panel: 'draw',
      works: async (frame) => {
        await frame.locator('.draw-opener').click();
        const pad = frame.locator('.draw-pad');
        await pad.waitFor();
        await pad.click({ position: { x: 30, y: 30 } });
        await expect.poll(() => frame.locator('.draw-numbers tbody td').first().textContent()).toMatch(/\d/);
      },
    },
    {
      panel: 'pins',
      attributes: 'pins="1,1;0,-1"',
      works: async (frame) => {
        await expect.poll(() => frame.locator('.pin-list canvas').count()).toBe(2);
      },
    },
    {
      panel: 'path',
      attributes: 'pins="1,1;0,-1"',
      works: async (frame) => {
        await frame.locator('.pin-path canvas').first().waitFor();
      },
    },
    {
      panel: 'region',
      attributes: 'region="-1,-1,1,1"',
      works: async (frame) => {
        await frame.locator('.region-grid canvas').waitFor();
      },
    },
    {
      panel: 'prior',
      works: async (frame) => {
        await frame.locator('.prior-samples summary').click();
        await frame.locator('.prior-tiles canvas').first().waitFor();
      },
    },
    {
      panel: 'slowMotion',
      works: async (frame) => {
        await frame.locator('summary').click();
        await expect.poll(() => frame.locator('.slow').getAttribute('data-step')).toBe('40');
        await frame.getByRole('button', { name: 'Next stage' }).click();
        await frame.locator('.slow[data-stage=ellipses]').waitFor();
      },
    },
    {
      panel: 'reparameterise',
      works: async (frame) => {
        await frame.locator('summary').click();
        const code = frame.locator('.noise-code');
        await expect.poll(() => code.textContent()).toMatch(/\d/);
        const before = await code.textContent();
        await frame.locator('.noise-thumb').press('ArrowRight');
        await expect.poll(() => code.textContent()).not.toBe(before);
      },
    },
  ])('has its panel $panel alone, too: it shows, works and fits 300 px', async ({ panel, attributes = '', works }) => {
    const made = await post(
      `${script()}<vae-geometry panels="${panel}" ${attributes} sigma="1" beta="1" hidden-layers="8" engine="simd" autoplay="0"></vae-geometry>`,
      { viewport: { width: 300, height: 900 } },
    );
    await isReady(made.page);
    const frame = made.figures()[0]!;
    await made.page.evaluate(() => document.querySelector('vae-geometry')!.step(40));
    await works(frame);
    expect(await frame.locator('.plane, .transport, .controls').count()).toBe(0);
    expect(await frame.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    expect(await frame.locator('.failure, .notice').allTextContents()).toEqual([]);
    expect(made.complaints).toEqual([]);
    await made.close();
  });

  it('is as high as what is in it, also where a panel of one column is opened', async () => {
    const made = await post(
      `${script()}<vae-geometry figure="generate" engine="simd" autoplay="0" style="max-width: 640px"></vae-geometry>`,
    );
    await isReady(made.page);
    const frame = made.figures()[0]!;
    const summary = frame.locator('.prior-samples > summary');
    await summary.click();
    await frame.locator('.prior-tiles canvas').first().waitFor();
    const heights = () =>
      frame.locator('.prior-samples').evaluate((panel) => ({
        // What the panel would be as high as by itself.
        spare:
          panel.clientHeight - [...panel.children].reduce((sum, part) => sum + part.getBoundingClientRect().height, 0),
        hidden: panel.scrollHeight - panel.clientHeight,
        window: innerHeight - Math.ceil(document.body.getBoundingClientRect().height),
      }));
    await expect.poll(async () => (await heights()).window).toBe(0);
    const { spare, hidden } = await heights();
    expect(spare).toBeLessThan(40);
    expect(hidden).toBe(0);
    await made.close();
  });

  it('takes exactly the steps that it is asked for: the numbers are those of the lab at that address', async () => {
    const made = await post(
      `${script()}<vae-geometry beta="0.5" sigma="1" seed="7" engine="simd" autoplay="false"></vae-geometry>`,
    );
    const numbers = await made.page.evaluate(() => document.querySelector('vae-geometry')!.step(100));
    await made.close();
    const lab = await browser.open({ hash: '#v=1&b=0.5&s=1&r=7&play=0&e=simd' });
    const frame = await lab.page.evaluate(async () => {
      const { step, epoch, stepsPerSecond, beta, noiseScale, circleCoverage, losses, restLosses } =
        await window.lab.step(100);
      return { step, epoch, stepsPerSecond, beta, noiseScale, circleCoverage, losses, restLosses };
    });
    await lab.close();
    expect(numbers.step).toBe(100);
    const { stepsPerSecond, ...exact } = frameNumbers(frame as unknown as TrainingFrame);
    expect(numbers).toMatchObject(exact);
  });

  it('has the running lab follow its attributes, without a reload', async () => {
    const made = await post(`${script()}<vae-geometry beta="1" sigma="1" data="uci-digits"></vae-geometry>`);
    await isReady(made.page);
    const frame = made.figures()[0]!;
    await trains(frame);
    await frame.evaluate(() => Object.assign(window, { same: true }));
    const change = (name: string, text: string | null): Promise<void> =>
      made.page.locator('vae-geometry').evaluate(
        (element, [attribute, value]) => {
          if (value === null) element.removeAttribute(attribute!);
          else element.setAttribute(attribute!, value!);
        },
        [name, text],
      );
    const settings = () => frame.evaluate(() => ({ ...window.lab.settings, ...window.page.settings }));
    await change('beta', '4');
    await expect.poll(settings).toMatchObject({ beta: 4, noiseScale: 1 });
    await change('learning-rate', '0.01');
    await change('theme', 'dark');
    await change('lang', 'zh-CN');
    await expect.poll(settings).toMatchObject({ learningRate: 0.01, theme: 'dark', lang: 'zh' });
    await change('beta', null);
    await expect.poll(settings).toMatchObject({ beta: 0 });
    await change('hidden-layers', '32-16');
    await expect.poll(settings).toMatchObject({ hidden: [32, 16] });
    await change('data', 'strokes');
    await change('variant', '2');
    await change('count', '100');
    await expect.poll(settings).toMatchObject({ data: 'strokes', variant: '2', count: 100 });
    // Both stand on the element still; a character of typefaces is called like the hand.
    await change('data', 'faces');
    await expect.poll(settings).toMatchObject({ data: 'faces', variant: '2', count: 100 });
    expect(await frame.evaluate(() => (window as unknown as { same?: boolean }).same)).toBe(true);
    // Another choice of panels is another frame.
    await change('panels', 'plane');
    await expect
      .poll(() => made.figures()[0]?.evaluate(() => [window.lab?.frame != null, document.querySelector('.grid')]))
      .toEqual([true, null]);
    await made.close();
  });

  it('refuses what is out of range, in words, and changes nothing', async () => {
    const made = await post(`${script()}<vae-geometry autoplay="0"></vae-geometry>`);
    await isReady(made.page);
    await listen(made.page);
    const refused = await made.page.evaluate(async () => {
      const figure = document.querySelector('vae-geometry')!;
      const said: string[] = [];
      for (const asked of [figure.set({ beta: 99 }), figure.set({ sky: 1 }), figure.step(-1)]) {
        await asked.catch((error: Error) => said.push(`${error.name}: ${error.message}`));
      }
      figure.setAttribute('beta', 'much');
      return said;
    });
    expect(refused).toEqual([
      expect.stringMatching(/RangeError.*beta=99.*0 to 32/),
      expect.stringMatching(/RangeError.*sky/),
      expect.stringMatching(/RangeError.*-1/),
    ]);
    await expect.poll(() => told(made.page, 'refused')).toEqual([expect.stringContaining('beta=much')]);
    expect(await made.figures()[0]!.evaluate(() => window.lab.settings.beta)).toBe(0);
    await made.close();
  });

  it('is one of several that know nothing of each other', async () => {
    const made = await post(
      `${script()}<div style="display: flex"><vae-geometry style="flex: 1" autoplay="0" seed="1"></vae-geometry>
        <vae-geometry style="flex: 1" autoplay="0" seed="2"></vae-geometry></div>`,
    );
    const [first, second] = await made.page.evaluate(async () => {
      const [one, other] = document.querySelectorAll('vae-geometry');
      const steps = await Promise.all([one!.step(10), other!.step(20)]);
      await one!.set({ beta: 2 });
      return steps;
    });
    expect([first!.step, second!.step]).toEqual([10, 20]);
    expect(first!.loss).not.toBe(second!.loss);
    const betas = await Promise.all(made.figures().map((frame) => frame.evaluate(() => window.lab.settings.beta)));
    expect(betas.sort()).toEqual([0, 2]);
    await made.close();
  });

  it.each([
    ['a plain script', script()],
    ['a module', `<script type="module" src="${site}embed.js"></script>`],
    ['an import', `<script type="module">await import('${site}embed.js')</script>`],
  ])('comes by %s', async (_, line) => {
    const made = await post(`${line}<vae-geometry autoplay="0"></vae-geometry>`);
    await made.page.evaluate(() => customElements.whenDefined('vae-geometry').then(() => undefined));
    await isReady(made.page);
    expect(made.figures()[0]!.url()).toContain(site);
    // Nothing but the element is added to the page.
    const added = await made.page.evaluate(() => {
      const plain = document.createElement('iframe');
      document.body.append(plain);
      const usual = new Set(Object.getOwnPropertyNames(plain.contentWindow));
      return Object.getOwnPropertyNames(window).filter((name) => !usual.has(name) && !/^(\d+|tellOf|__)/.test(name));
    });
    expect(added).toEqual([]);
    await made.close();
  });

  it('leads to the full page with the same state', async () => {
    const made = await post(
      `${script()}<vae-geometry beta="1" hide="share" panels="controls plane" autoplay="0"></vae-geometry>`,
    );
    await isReady(made.page);
    const frame = made.figures()[0]!;
    await made.page.evaluate(() => document.querySelector('vae-geometry')!.set({ beta: 4 }));
    const link = frame.getByRole('link', { name: 'Open the lab' });
    await link.hover();
    expect(await link.getAttribute('href')).toBe(`${site}#v=1&b=4&play=0`);
    expect([await link.getAttribute('target'), await link.getAttribute('rel')]).toEqual(['_blank', 'noopener']);
    await made.close();
  });
});

describe('a figure out of sight', () => {
  it('is not even fetched until it comes near, and has no worker until it is seen', async () => {
    const made = await post(
      `<p></p><p></p>${script()}<vae-geometry>${STAND_IN}</vae-geometry><vae-geometry></vae-geometry>`,
    );
    await made.page.waitForFunction(() => customElements.get('vae-geometry') !== undefined);
    // One that is told to do something is needed.
    await made.page.evaluate(async () => {
      const last = document.querySelector('vae-geometry:last-of-type') as HTMLElementTagNameMap['vae-geometry'];
      last.play();
      await last.ready;
    });
    const loaded = made.figures();
    expect(loaded).toHaveLength(1);
    expect(await loaded[0]!.evaluate(() => window.lab.store.getState())).toMatchObject({ asleep: true, playing: true });
    expect(made.page.workers()).toEqual([]);
    // Its height is known before it is seen.
    await expect
      .poll(() =>
        made.page
          .locator('vae-geometry iframe')
          .last()
          .evaluate((iframe) => iframe.style.height),
      )
      .toBe(`${await loaded[0]!.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height))}px`);
    await made.page.locator('vae-geometry').first().scrollIntoViewIfNeeded();
    await expect.poll(() => made.figures().length).toBe(2);
    await made.close();
  });

  it('rests at once, gives its worker back after a while, and goes on where it was', async () => {
    const made = await post(`${script()}<vae-geometry beta="1" sigma="1"></vae-geometry><p></p><p></p>`);
    await isReady(made.page);
    const frame = made.figures()[0]!;
    await trains(frame);
    expect(trainers(made.page)).toBe(1);
    await made.page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    await expect.poll(() => trainers(made.page)).toBe(0);
    const { asleep, step } = await frame.evaluate(() => ({
      asleep: window.lab.store.getState().asleep,
      step: window.lab.frame!.step,
    }));
    expect(asleep).toBe(true);
    await made.page.evaluate(() => window.scrollTo(0, 0));
    await frame.waitForFunction((from) => window.lab.frame!.step > from, step);
    await made.close();
  });

  it('ends with its element: no worker and no promise is left behind', async () => {
    const made = await post(`${script()}<vae-geometry></vae-geometry>`);
    await isReady(made.page);
    await trains(made.figures()[0]!);
    expect(trainers(made.page)).toBe(1);
    for (let i = 0; i < 3; i++) {
      const said = await made.page.evaluate(async () => {
        const figure = document.querySelector('vae-geometry')!;
        const asked = figure.step(1_000_000).catch((error: Error) => error.message);
        figure.remove();
        return asked;
      });
      expect(said).toMatch(/taken off/);
      await expect.poll(() => [made.page.workers().length, made.figures().length]).toEqual([0, 0]);
      // One that is put back begins anew.
      await made.page.evaluate(async () => {
        const again = document.createElement('vae-geometry');
        document.body.append(again);
        await again.ready;
      });
      await trains(made.figures()[0]!);
      expect(trainers(made.page)).toBe(1);
    }
    await made.close();
  });
});

describe('messages', () => {
  it('of nonsense, in both directions, change nothing and throw nothing', async () => {
    const made = await post(`${script()}<vae-geometry autoplay="0"></vae-geometry>`);
    await isReady(made.page);
    await made.page.evaluate(() => document.querySelector('vae-geometry')!.step(3));
    await listen(made.page);
    const frame = made.figures()[0]!;
    const before = await frame.evaluate(() => JSON.stringify({ ...window.lab.settings, ...window.page.settings }));
    const height = await made.page.locator('iframe').evaluate((iframe) => iframe.clientHeight);
    const field = fc.oneof(fc.jsonValue(), fc.constantFrom('play', 'set', 'step', 'size', 'ready', 'done'));
    const nonsense = fc.oneof(
      fc.jsonValue(),
      fc.record(
        { vaeGeometry: fc.constantFrom(1, 1, 1, 2, '1'), type: field, reply: field, count: field, settings: field },
        { requiredKeys: ['vaeGeometry'] },
      ),
      fc.record({
        vaeGeometry: fc.constant(1),
        type: fc.constantFrom('size', 'frame', 'done'),
        height: fc.jsonValue(),
      }),
    );
    // Such as would be taken are none: what passes the guards has tests of its own.
    const harmless: unknown[] = fc.sample(nonsense, { seed: 91, numRuns: 400 }).filter((message) => {
      const { type } = (message ?? {}) as { type?: unknown };
      return type !== 'play' && type !== 'size' && type !== 'ready';
    });
    await made.page.evaluate((messages) => {
      for (const message of messages) {
        document
          .querySelector('vae-geometry')!
          .shadowRoot!.querySelector('iframe')!
          .contentWindow!.postMessage(message, '*');
      }
    }, harmless);
    await frame.evaluate((messages) => {
      for (const message of messages) parent.postMessage(message, '*');
    }, harmless);
    // Messages keep their order: an answer comes after all of them.
    const { step } = await made.page.evaluate(() => document.querySelector('vae-geometry')!.step(1));
    expect(step).toBe(4);
    expect(await frame.evaluate(() => JSON.stringify({ ...window.lab.settings, ...window.page.settings }))).toBe(
      before,
    );
    expect(await made.page.locator('iframe').evaluate((iframe) => iframe.clientHeight)).toBe(height);
    expect(await told(made.page, 'refused')).toEqual([]);
    expect(made.complaints).toEqual([]);
    await made.close();
  });

  it('of another window than the figure, even one of its own site, are not taken', async () => {
    const made = await post(
      `${script()}<vae-geometry autoplay="0"></vae-geometry><iframe src="${site}third-party-notices.txt"></iframe>`,
    );
    await isReady(made.page);
    await listen(made.page);
    await made.page.evaluate(() => document.querySelector('vae-geometry')!.step(1));
    const before = (await told(made.page, 'frame')).length;
    const height = await made.page.locator('vae-geometry iframe').evaluate((iframe) => iframe.clientHeight);
    const other = made.page.frames().find((frame) => frame.url().endsWith('notices.txt'))!;
    await other.evaluate(() => {
      const numbers = { step: 666, epoch: 1, stepsPerSecond: 1, beta: 1, noiseScale: 1, circleCoverage: 1 };
      const frame = { ...numbers, loss: 1, reconstruction: 1, regulariser: 1 };
      for (const message of [
        { type: 'size', height: 4321 },
        { type: 'frame', frame },
        { type: 'failed', message: 'x' },
      ]) {
        parent.postMessage({ vaeGeometry: 1, ...message }, '*');
      }
      parent.postMessage('last', '*');
    });
    // What came after them has come.
    await made.page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          addEventListener('message', ({ data }) => data === 'again' && resolve());
          postMessage('again');
        }),
    );
    expect((await told(made.page, 'frame')).length).toBe(before);
    expect(await told(made.page, 'failed')).toEqual([]);
    expect(await made.page.locator('vae-geometry iframe').evaluate((iframe) => iframe.clientHeight)).toBe(height);
    await made.close();
  });

  it('of a page that the address does not name, or from beside it, are not taken by the figure', async () => {
    const host = encodeURIComponent('https://blog.example');
    const made = await post(
      `<iframe src="${site}embed.html#autoplay=0&host=${host}" width="700" height="900"></iframe>`,
    );
    await made.page.evaluate(() => {
      const heard: unknown[] = [];
      Object.assign(window, { heard });
      addEventListener('message', ({ data }) => heard.push(data));
    });
    const frame = made.figures()[0]!;
    await frame.waitForFunction(() => window.lab?.frame != null);
    await made.page.evaluate(() => {
      const { contentWindow } = document.querySelector('iframe')!;
      for (const message of [{ type: 'play' }, { type: 'set', settings: { beta: 4 } }, { type: 'hello' }]) {
        contentWindow!.postMessage({ vaeGeometry: 1, ...message }, '*');
      }
    });
    // By itself, in its own window.
    await frame.evaluate(() => postMessage({ vaeGeometry: 1, type: 'play' }, '*'));
    await frame.evaluate(() => window.lab.step(1));
    expect(await frame.evaluate(() => [window.lab.store.getState().playing, window.lab.settings.beta])).toEqual([
      false,
      0,
    ]);
    expect(await made.page.evaluate(() => (window as unknown as { heard: unknown[] }).heard)).toEqual([]);
    await made.close();
  });

  it('with the height come in three forms where no page is named, and none is taken', async () => {
    const src = `${site}embed.html#panels=plane&autoplay=0`;
    const made = await post(`<iframe width="500" height="300"></iframe>`);
    await made.page.evaluate((address) => {
      const heard: unknown[] = [];
      Object.assign(window, { heard });
      addEventListener('message', ({ data }) => heard.push(data));
      document.querySelector('iframe')!.src = address;
    }, src);
    const heard = () => made.page.evaluate(() => (window as unknown as { heard: unknown[] }).heard);
    await expect.poll(async () => (await heard()).length).toBeGreaterThanOrEqual(3);
    const frame = made.figures()[0]!;
    await frame.waitForFunction(() => window.lab?.frame != null);
    const height = await frame.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));
    await expect
      .poll(async () => (await heard()).slice(-3))
      .toEqual([
        { vaeGeometry: 1, type: 'size', height },
        JSON.stringify({ src, context: 'iframe.resize', height }),
        { sentinel: 'amp', type: 'embed-size', height },
      ]);
    await made.page.evaluate(() =>
      document.querySelector('iframe')!.contentWindow!.postMessage({ vaeGeometry: 1, type: 'play' }, '*'),
    );
    await frame.evaluate(() => window.lab.step(1));
    expect(await frame.evaluate(() => window.lab.store.getState().playing)).toBe(false);
    await made.close();
  });
});

describe('a sandbox without an origin of its own', () => {
  const SANDBOX = 'sandbox="allow-scripts"';

  it('runs the figure where the server lets every origin have its files, and it answers', async () => {
    const made = await post(
      `${script()}<vae-geometry ${SANDBOX} beta="1" sigma="1" engine="simd">${STAND_IN}</vae-geometry>`,
    );
    await isReady(made.page);
    const { step } = await made.page.evaluate(() => document.querySelector('vae-geometry')!.step(20));
    expect(step).toBeGreaterThanOrEqual(20);
    expect(await made.figures()[0]!.evaluate(() => window.origin)).toBe('null');
    await expect.poll(() => made.page.locator('a').isVisible()).toBe(false);
    expect(made.complaints).toEqual([]);
    await made.close();
  });

  it('shows what stands in for it where the server does not', async () => {
    const without = await serve({ folder: siteFolder }, {});
    const made = await post(`${script(without)}<vae-geometry ${SANDBOX}>${STAND_IN}</vae-geometry>`);
    const frame = () => made.figures()[0];
    await expect.poll(() => frame()?.locator('[role=alert]').count()).toBe(1);
    expect(await made.page.locator('a').isVisible()).toBe(true);
    await made.close();
  });

  it.each([
    ['a link', STAND_IN],
    ['a sentence', 'The figure is at lab.example.'],
  ])('%s, also where the script was there before the element', async (_, standIn) => {
    const without = await serve({ folder: siteFolder }, {});
    const first = `<script src="${without}embed.js"></script>`;
    const made = await post(`${first}<vae-geometry ${SANDBOX}>${standIn}</vae-geometry>`);
    const frame = () => made.figures()[0];
    await expect.poll(() => frame()?.locator('[role=alert]').count()).toBe(1);
    const shown = await made.page.evaluate(() => {
      const element = document.querySelector('vae-geometry')!;
      const range = document.createRange();
      range.selectNodeContents(element);
      return {
        height: range.getBoundingClientRect().height,
        frame: element.shadowRoot!.querySelector('iframe')!.checkVisibility({ visibilityProperty: true }),
      };
    });
    expect(shown.height).toBeGreaterThan(10);
    expect(shown.frame).toBe(false);
    await made.close();
  });

  it('or the picture, a sentence and a link of the frame itself', async () => {
    const without = await serve({ folder: siteFolder }, {});
    const made = await post(`${script(without)}<vae-geometry ${SANDBOX}></vae-geometry>`);
    await expect.poll(() => made.figures().length).toBe(1);
    const frame = made.figures()[0]!;
    await frame.getByText(/tab of its own/).waitFor();
    await frame.locator('.poster').waitFor();
    await frame.getByRole('link', { name: /Open the lab/ }).waitFor();
    await made.close();
  });
});

describe('without scripts', () => {
  it('a post shows the picture and the link, and the frame its own', async () => {
    const made = await post(`${script()}<vae-geometry>${STAND_IN}</vae-geometry>`, { javaScriptEnabled: false });
    await made.page.locator('vae-geometry a').waitFor();
    await made.close();
    const { page, close } = await open(`${site}embed.html`, { javaScriptEnabled: false });
    await page.locator('.poster').waitFor();
    await page
      .getByText(/JavaScript/)
      .first()
      .waitFor();
    await page.getByRole('link', { name: /Open the lab/ }).waitFor();
    await close();
  });

  it('but with a program that does not come, the frame says so', async () => {
    const entry = earlyRequests(siteFolder, 'embed.html').find((path) => /\/embed-[^/]*\.js$/.test(path))!;
    const made = await open(`${site}embed.html`, {
      before: async (page) => {
        await page.route(`**/${entry}`, (route) => route.fulfill({ status: 404, body: 'Not found' }));
      },
    });
    await made.page.locator('[role=alert] .poster').waitFor();
    await made.page
      .getByText(/did not come/)
      .first()
      .waitFor();
    await made.page.getByRole('button', { name: 'Try again' }).waitFor();
    await made.close();
  });
});

describe('the embed page', () => {
  it('tells of what is not understood in its address, and shows the rest', async () => {
    const made = await open(
      `${site}embed.html#figure=sky&panels=plane,clouds&sky_hide=1&beta=99&noiseScale=1&autoplay=0`,
    );
    await made.page.waitForFunction(() => window.lab?.frame != null);
    const notices = await made.page.locator('.notice').allTextContents();
    for (const text of ['figure=sky', 'panels=clouds', 'sky_hide', 'beta=99']) {
      expect(notices.filter((notice) => notice.includes(text))).toHaveLength(1);
    }
    expect(await made.page.evaluate(() => window.lab.settings.noiseScale)).toBe(1);
    await made.close();
  });

  it('keeps the choices in its address when the state changes, and is another when they are', async () => {
    const made = await open(`${site}embed.html#panels=plane,grid&b=1&play=0`);
    await made.page.waitForFunction(() => window.lab?.frame != null);
    await made.page.evaluate(() => window.lab.set({ noiseScale: 1 }));
    await expect.poll(() => new URL(made.page.url()).hash).toBe('#panels=plane,grid&v=1&b=1&s=1&play=0');
    await made.page.evaluate(() => {
      location.hash = location.hash.replace('plane,grid', 'grid');
    });
    await expect
      .poll(() =>
        made.page
          .evaluate(() => [
            document.querySelector('.plane') === null,
            window.lab?.frame != null,
            window.lab?.settings.beta,
          ])
          .catch(() => null),
      )
      .toEqual([true, true, 1]);
    await made.close();
  });

  it('asks nothing of another site', async () => {
    const asked: string[] = [];
    const made = await open(`${site}embed.html`, {
      before: async (page) => {
        page.context().on('request', (request) => asked.push(request.url()));
      },
    });
    await made.page.waitForFunction(() => (window.lab?.frame?.step ?? 0) > 20);
    expect(asked.filter((url) => !url.startsWith(site) && !url.startsWith('data:'))).toEqual([]);
    await made.close();
  });
});

describe('the examples', () => {
  it.each([
    ['post.html', 3, 'en'],
    ['zh.html', 1, 'zh-Hans'],
  ])('%s shows its figures, and nothing complains', async (name, count, tag) => {
    const made = await open(`${site}examples/${name}`);
    for (let i = 0; i < count; i++) {
      const figure = made.page.locator('vae-geometry').nth(i);
      await figure.scrollIntoViewIfNeeded();
      await figure.evaluate((element) => (element as HTMLElementTagNameMap['vae-geometry']).ready);
      await expect.poll(() => made.figures().length).toBeGreaterThan(i);
      const frame = made.figures()[i]!;
      if ((await figure.getAttribute('autoplay')) === null) await trains(frame);
      expect(await frame.evaluate(() => document.documentElement.lang)).toBe(tag);
    }
    const [wide, inner] = await made.page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    expect(wide).toBe(inner);
    expect(made.complaints).toEqual([]);
    await made.close();
  });

  it('scripted.html steers its figure and shows its numbers', async () => {
    const made = await open(`${site}examples/scripted.html`);
    const step = made.page.locator('[data-number=step]');
    await made.page.getByRole('button', { name: '100 steps' }).click();
    await expect.poll(() => step.textContent()).toBe('100');
    await made.page.getByRole('button', { name: 'β = 8' }).click();
    await made.page.getByRole('button', { name: '100 steps' }).click();
    await expect.poll(() => step.textContent()).toBe('200');
    await expect.poll(() => made.page.locator('[data-number=beta]').textContent()).toBe('8');
    await made.page.getByRole('button', { name: 'Play', exact: true }).click();
    await expect.poll(async () => Number(await step.textContent())).toBeGreaterThan(220);
    expect(made.complaints).toEqual([]);
    await made.close();
  });
});
