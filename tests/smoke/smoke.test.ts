/** The built page in three engines: the same scenarios in each browser that is installed. */
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it, type TestContext } from 'vitest';
import { CONTENT_POLICY, HEADERS } from '../../site/policy';
import type { Lab } from '../../src/state/lab';
import type {} from '../browser/posts';
import { type StaticServer, serveStatic } from '../browser/staticServer';
import { tf } from '../support/cpu';
import { barImages } from '../support/idx';
import { convolutionalDecoder, downloadsOf, encoder } from '../support/layers';
import type { DrivenBrowser, Scope } from './browser';
import { CANDIDATES } from './candidates';
import { tryMissing } from './missingFiles';
import { temporaryFolder } from './processes';
import { type RestartedBrowser, startRestarted } from './restarts';
import { LISTENER, LISTENER_CODE } from './webkit';

declare global {
  interface Window {
    lab: Lab;
    labs: Readonly<Record<string, Lab>>;
  }
}

/** Ms that the page has to reach a state: these browsers draw on the CPU, and machines are busy. */
const PATIENCE = 40_000;

/** Where a missing browser is a failure, as in CI. */
const REQUIRED = process.env.SMOKE_REQUIRED === '1';

/** Whether the page is tried without each file that it asks for as it opens, which takes minutes. */
const TRIES_ALL = process.env.SMOKE_FILES === 'all';

/** Files without which it is tried: a part's own script, one that several parts import, a style sheet; or all. */
const TRIED = TRIES_ALL ? /./ : /^assets\/(ShareButtons-.*js|Dialog-.*js|EmbedButton-.*css)$/;

/** The site's headers, which allow the one script that listens to the page. */
const WITH_LISTENER = {
  ...HEADERS,
  'Content-Security-Policy': CONTENT_POLICY.replace(
    "script-src 'self'",
    `script-src 'self' 'sha256-${createHash('sha256').update(LISTENER_CODE).digest('base64')}'`,
  ),
};

/** The step of a lab, by the id of its figure; -1 before its first frame. */
const step = (scope: Scope, id = 'lab'): Promise<number> =>
  scope.evaluate((of) => window.labs?.[of]?.frame?.step ?? -1, id);

/** Waits until a lab has taken at least `steps` more steps. */
async function trainsFor(scope: Scope, steps: number, id?: string): Promise<void> {
  await expect.poll(() => step(scope, id), { timeout: PATIENCE }).toBeGreaterThanOrEqual(0);
  const from = await step(scope, id);
  await expect.poll(() => step(scope, id), { timeout: PATIENCE }).toBeGreaterThanOrEqual(from + steps);
}

/** The middle of an element once it is scrolled into view: the first that a selector finds whose text has `words`. */
const middleOf = (scope: Scope, selector: string, words = ''): Promise<{ x: number; y: number; width: number }> =>
  scope.evaluate(
    (query, text) => {
      const element = [...document.querySelectorAll(query)].find(({ textContent }) => textContent.includes(text));
      if (element === undefined) throw new Error(`There is no ${query} on the page that says “${text}”`);
      element.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { left, top, width, height } = element.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2, width };
    },
    selector,
    words,
  );

for (const { name, install, start } of CANDIDATES) {
  if (start === null) {
    const missing = `${name} is not installed: ${install}`;
    process.stderr.write(`smoke: ${missing}\n`);
    if (REQUIRED) it(`runs in ${name}`, () => expect.fail(missing));
    else it.skip(`runs in ${name} (${missing})`, () => undefined);
    continue;
  }
  describe(name, () => {
    let browser: RestartedBrowser | undefined;
    const servers: StaticServer[] = [];
    let site: StaticServer | undefined;
    let folder: Awaited<ReturnType<typeof temporaryFolder>> | undefined;
    const driven = (): DrivenBrowser => browser!.current();
    // Time for two, should the browser end by itself in the first.
    const scenario = (title: string, run: (context: TestContext) => Promise<void>, limit = 240_000): void =>
      it(title, (context) => browser!.run(title, () => run(context)), limit);
    /** The address of a page of another origin than the site's. */
    const serve = async (html: string): Promise<string> => {
      const server = await serveStatic({ html });
      servers.push(server);
      return server.url;
    };
    const serveSite = (lacks?: (path: string) => boolean): Promise<StaticServer> => {
      const rewrite = (html: string): string => html.replace('<head>', `<head>${LISTENER}`);
      return serveStatic({ folder: inject('siteFolder'), under: '/some/where/', rewrite, lacks }, WITH_LISTENER);
    };
    const open = (hash: string): Promise<void> => driven().open(site!.url + hash);

    beforeAll(async () => {
      folder = await temporaryFolder();
      site = await serveSite();
      servers.push(site);
      browser = await startRestarted(start);
    }, 120_000);
    afterAll(async () => {
      await browser?.close();
      await folder?.remove();
      for (const server of servers) await server.close();
    }, 60_000);

    scenario('is heard when a page complains', async () => {
      const noisy = await serve(
        `<!doctype html><title>Noisy</title>${LISTENER}<script>console.error('one'); throw new Error('two');</script>`,
      );
      await driven().open(noisy);
      await expect.poll(async () => (await driven().complaints()).join(), { timeout: PATIENCE }).toMatch(/one.*two/s);
    });

    scenario('trains, and nothing complains', async () => {
      await open('#v=1');
      await trainsFor(driven(), 50);
      // What the counter on the page shows is on its way, too.
      await expect
        .poll(() => driven().evaluate(() => document.querySelector('.counters')?.textContent ?? ''), {
          timeout: PATIENCE,
        })
        .toMatch(/[1-9]\d/);
      expect(await driven().complaints()).toEqual([]);
    });

    scenario('turns points into ellipses at the press of the button', async () => {
      await open('#v=1&f=100');
      await trainsFor(driven(), 5);
      const button = await middleOf(driven(), 'button.turn');
      await driven().click(button.x, button.y);
      await expect
        .poll(() => driven().evaluate(() => [window.lab.settings.beta, window.lab.settings.noiseScale]), {
          timeout: PATIENCE,
        })
        .toEqual([1, 1]);
      await expect.poll(() => driven().evaluate(() => window.lab.frame!.noiseScale), { timeout: PATIENCE }).toBe(1);
      await trainsFor(driven(), 5);
      expect(await driven().complaints()).toEqual([]);
    });

    const beta = (): Promise<number> => driven().evaluate(() => window.lab.settings.beta);

    scenario('takes β from its slider, by pointer and by keys', async () => {
      await open('#v=1&play=0');
      await expect.poll(() => step(driven()), { timeout: PATIENCE }).toBe(0);
      expect(await beta()).toBe(0);
      const slider = await middleOf(driven(), '.controls .slider input[type=range]');
      await driven().click(slider.x, slider.y);
      await expect.poll(beta, { timeout: PATIENCE }).toBeGreaterThan(0);
      const clicked = await beta();
      // The click has put the focus there, but in WebKit, where only Tab does.
      await driven().evaluate(() =>
        document.querySelector<HTMLElement>('.controls .slider input[type=range]')!.focus(),
      );
      await driven().press('ArrowRight');
      await expect.poll(beta, { timeout: PATIENCE }).toBeGreaterThan(clicked);
      await driven().press('Home');
      await expect.poll(beta, { timeout: PATIENCE }).toBe(0);
      expect(await driven().complaints()).toEqual([]);
    });

    scenario('pins a code where it is touched', async ({ skip }) => {
      const { tap } = driven();
      if (typeof tap === 'string') return skip(tap);
      await open('#v=1&play=0');
      await expect.poll(() => step(driven()), { timeout: PATIENCE }).toBe(0);
      const plane = await middleOf(driven(), '.plane-stage > svg');
      // Far from all centres: a tap on one selects its image.
      await driven().evaluate(() =>
        document.addEventListener(
          'pointerdown',
          ({ pointerType }) => document.body.setAttribute('data-touched-by', pointerType),
          true,
        ),
      );
      await tap(plane.x + 0.4 * plane.width, plane.y - 0.4 * plane.width);
      const pins = (): Promise<number> => driven().evaluate(() => document.querySelectorAll('.pin').length);
      await expect.poll(pins, { timeout: PATIENCE }).toBe(1);
      expect(await driven().evaluate(() => document.body.dataset.touchedBy)).toBe('touch');
      expect(await driven().complaints()).toEqual([]);
    });

    scenario('trains a figure of the article, which words of the text set', async () => {
      await open('#no-regulariser');
      // What is above grows as it comes, and not every browser then keeps in place what is looked at.
      const reached = async (): Promise<number> => {
        await middleOf(driven(), '#no-regulariser');
        return step(driven(), 'no-regulariser');
      };
      await expect.poll(reached, { timeout: PATIENCE }).toBeGreaterThan(0);
      await trainsFor(driven(), 5, 'no-regulariser');
      const beta = (): Promise<number> => driven().evaluate(() => window.labs['no-regulariser']!.settings.beta);
      expect(await beta()).toBe(0);
      const raise = await middleOf(driven(), '[data-section=no-regulariser] .set', 'raise β to 1');
      await driven().click(raise.x, raise.y);
      await expect.poll(beta, { timeout: PATIENCE }).toBe(1);
      await trainsFor(driven(), 5, 'no-regulariser');
      expect(await driven().complaints()).toEqual([]);
    });

    scenario('shows what is under the pointer', async () => {
      await open('#v=1&play=0');
      await expect.poll(() => step(driven()), { timeout: PATIENCE }).toBe(0);
      const plane = await middleOf(driven(), '.plane-stage > svg');
      await driven().movePointer(plane.x + plane.width / 3, plane.y - plane.width / 3);
      await expect
        .poll(() => driven().evaluate(() => document.querySelector('.lens')?.textContent ?? ''), { timeout: PATIENCE })
        .toMatch(/z \(|μ \(/);
      // The image in it has been drawn.
      await expect
        .poll(
          () =>
            driven().evaluate(() => {
              const canvas = document.querySelector<HTMLCanvasElement>('.lens canvas');
              if (canvas === null) return 0;
              // A copy on the CPU: Chromium complains where what it draws is read again and again.
              const copy = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
              copy.drawImage(canvas, 0, 0);
              return new Set(copy.getImageData(0, 0, canvas.width, canvas.height).data).size;
            }),
          { timeout: PATIENCE },
        )
        .toBeGreaterThan(4);
      expect(await driven().complaints()).toEqual([]);
    });

    /** Chooses files with the page's button, which is fetched after the picture. */
    const choose = async (paths: readonly string[]): Promise<void> => {
      const input = 'input[type=file]';
      const isThere = () => driven().evaluate((of) => document.querySelector(of) !== null, input);
      await expect.poll(isThere, { timeout: PATIENCE }).toBe(true);
      await driven().chooseFiles(input, paths);
    };

    scenario("opens the reader's own file", async () => {
      const { images, labels } = barImages(60, 6);
      const paths = [join(folder!.path, 'bars.idx'), join(folder!.path, 'bars-labels.idx')];
      await writeFile(paths[0]!, images);
      await writeFile(paths[1]!, labels);
      await open('#v=1');
      await trainsFor(driven(), 5);
      await choose(paths);
      const train = '.preview[aria-busy="false"] .preview-foot .button-strong:enabled';
      await expect
        .poll(() => driven().evaluate((of) => document.querySelector(of) !== null, train), { timeout: PATIENCE })
        .toBe(true);
      await driven().evaluate((of) => document.querySelector<HTMLElement>(of)!.click(), train);
      await expect
        .poll(
          () =>
            driven().evaluate(() => {
              const { dataset } = window.lab;
              return [dataset?.n, dataset?.width, dataset?.labels?.[7]];
            }),
          { timeout: PATIENCE },
        )
        .toEqual([60, 6, 1]);
      await trainsFor(driven(), 5);
      expect(await driven().complaints()).toEqual([]);
    });

    scenario('shows a pair of models of TensorFlow.js', async () => {
      const pair = { decoder: convolutionalDecoder(8, 8), encoder: encoder(8, 'apart') };
      const files = await Promise.all(Object.entries(pair).map(([of, model]) => downloadsOf(model, of)));
      const paths = files.flat().map(({ name: file }) => join(folder!.path, file));
      for (const [i, { bytes }] of files.flat().entries()) await writeFile(paths[i]!, bytes);
      await open('#v=1&e=simd&s=1');
      await trainsFor(driven(), 5);
      await choose(paths);
      await expect
        .poll(() => driven().evaluate(() => [window.lab.store.getState().run?.engine, window.lab.frame?.step]), {
          timeout: PATIENCE,
        })
        .toEqual(['layers', 0]);
      // Its codes are those of the model itself.
      const { mu, images } = await driven().evaluate(() => ({
        mu: [...window.lab.frame!.mu.slice(0, 8)],
        images: [...window.lab.dataset!.images.slice(0, 256)],
      }));
      const [means] = [pair.encoder.model.predict(tf.tensor(images, [4, 8, 8, 1]))].flat() as tf.Tensor[];
      for (const [i, value] of means!.dataSync().entries()) expect(mu[i]).toBeCloseTo(value, 3);
      const said = (): Promise<string> =>
        driven().evaluate(() => document.querySelector('.notice-said')?.textContent ?? '');
      await expect.poll(said, { timeout: PATIENCE }).toContain('The model of TensorFlow.js is shown');
      expect(await driven().complaints()).toEqual([]);
    });

    scenario('trains inside a page of another origin', async () => {
      await driven().open(
        await serve(
          `<!doctype html><title>A post</title>${LISTENER}<p>A figure:</p>
           <iframe src="${site!.url}#v=1" width="900" height="700"></iframe>`,
        ),
      );
      await driven().inFrame(async (frame) => {
        await trainsFor(frame, 50);
        expect(await frame.evaluate(() => window.complaints)).toEqual([]);
      });
      expect(await driven().complaints()).toEqual([]);
    });

    scenario('is whole without its server after a first visit', async () => {
      const passing = await serveSite();
      await driven().open(`${passing.url}#v=1&e=simd`);
      await trainsFor(driven(), 5);
      // Firefox may say for good that a controller is activating; its registration says when it is activated.
      const kept = (): Promise<boolean> =>
        driven().evaluate(async () => {
          const registration = await navigator.serviceWorker?.getRegistration();
          return navigator.serviceWorker?.controller != null && registration?.active?.state === 'activated';
        });
      await expect.poll(kept, { timeout: PATIENCE }).toBe(true);
      await passing.close();
      await driven().open(`${passing.url}#v=1&e=simd`);
      await trainsFor(driven(), 5);
      expect(await driven().complaints()).toEqual([]);
    });

    scenario(
      'is whole once a file has come that did not at first',
      () => tryMissing(driven(), { serve: serveSite, files: TRIED, patience: PATIENCE }),
      TRIES_ALL ? 3_600_000 : 480_000,
    );

    scenario('shows a figure in a page of another site by its element, which answers', async () => {
      await driven().open(
        await serve(
          `<!doctype html><title>A post</title>${LISTENER}<script src="${site!.url}embed.js" async></script>
           <vae-geometry beta="1" sigma="1" engine="simd" autoplay="false"></vae-geometry>`,
        ),
      );
      const element = (): Promise<boolean> => driven().evaluate(() => customElements.get('vae-geometry') !== undefined);
      await expect.poll(element, { timeout: PATIENCE }).toBe(true);
      const numbers = await driven().evaluate(() => document.querySelector('vae-geometry')!.step(20));
      expect(numbers).toMatchObject({ step: 20, beta: 1, noiseScale: 1 });
      await driven().evaluate(() => document.querySelector('vae-geometry')!.play());
      // It has its own height, and tells of frames.
      const frame = (): Promise<number> =>
        driven().evaluate(
          () =>
            new Promise<number>((resolve) => {
              document
                .querySelector('vae-geometry')!
                .addEventListener('frame', (event) => resolve((event as CustomEvent).detail.step), { once: true });
            }),
        );
      await expect.poll(frame, { timeout: PATIENCE }).toBeGreaterThan(30);
      const height = await driven().evaluate(() => document.querySelector('vae-geometry')!.clientHeight);
      expect(height).toBeGreaterThan(200);
      expect(await driven().complaints()).toEqual([]);
    });

    scenario('says that an engine was asked for when it was', async () => {
      await open('#v=1&e=simd');
      await trainsFor(driven(), 5);
      const run = await driven().evaluate(() => {
        const { engine, engineReason } = window.lab.store.getState().run!;
        return { engine, code: engineReason.code };
      });
      expect(run).toEqual({ engine: 'simd', code: 'asked' });
    });
  });
}
