/** The layers that the worker computes, on the built page: what is drawn is what the worker answers to a script. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { JobKind } from '../../src/worker/jobProtocol';
import { type OpenPage, STILL, useBrowser } from './site';

declare global {
  interface Window {
    /** Kinds of the surveys that the page has asked its workers for. */
    surveyed?: JobKind[];
  }
}

const browser = useBrowser();

/** A page at rest after some steps, which writes down what is asked of its worker. */
async function open(address: string, steps: number): Promise<OpenPage> {
  const opened = await browser.open({
    hash: `${STILL}&e=simd&${address}`,
    before: async (page) => {
      await page.addInitScript(() => {
        window.surveyed = [];
        const post = Worker.prototype.postMessage as (this: Worker, ...sent: unknown[]) => void;
        Worker.prototype.postMessage = function (this: Worker, ...sent: unknown[]) {
          const [message] = sent as [{ type?: string; job?: { kind: JobKind } }];
          if (message?.type === 'survey') window.surveyed!.push(message.job!.kind);
          post.apply(this, sent);
        };
      });
    },
  });
  await opened.page.evaluate((count) => window.lab.step(count), steps);
  return opened;
}

/** What has been asked for, but for the loss of held-out images: the loss chart asks for that, whatever the plane shows. */
const surveyed = (page: Page): Promise<string[]> =>
  page.evaluate(() => [...new Set(window.surveyed)].filter((kind) => kind !== 'heldOut').sort());

/** The step that a layer says it is of. */
const stepOf = (page: Page, selector: string): Promise<string | undefined> =>
  page.evaluate((at) => document.querySelector<HTMLElement>(`.plane-stage ${at}`)?.dataset.step, selector);

it('nothing is surveyed while no layer needs it, and each layer asks for its own', async () => {
  const { page, complaints, close } = await open('b=1&s=1&p=-1,0;1,0', 20);
  expect(await surveyed(page)).toEqual([]);
  const kinds = {
    density: 'density',
    uncovered: 'uncovered',
    stretch: 'stretch',
    indicatrices: 'indicatrices',
    geodesic: 'geodesic',
    outliers: 'questions',
  } as const;
  for (const [layer, kind] of Object.entries(kinds)) {
    await page.evaluate((name) => {
      window.surveyed = [];
      window.lab.layers.show([name as 'density']);
    }, layer);
    await expect.poll(() => surveyed(page)).toEqual([kind]);
  }
  await page.evaluate(() => {
    window.lab.layers.show(['points']);
    window.surveyed = [];
  });
  await page.evaluate(() => window.lab.step(20));
  expect(await surveyed(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await close();
});

it('the hatched, the stretched and the dashed are where the worker says', async () => {
  const { page, complaints, close } = await open('b=0.3&s=0.4&w=0,0,3.25&y=uncovered,stretch,indicatrices', 150);
  for (const at of ['canvas[data-step="150"]', '.stretch', '.indicatrices'])
    await expect.poll(() => stepOf(page, at)).toBe('150');
  const found = await page.evaluate(async () => {
    const circle = { x: 0, y: 0, half: 1.05 };
    const canvases = [...document.querySelectorAll<HTMLCanvasElement>('.plane-canvas canvas[data-step]')];
    const [stretched, hatched] = canvases as [HTMLCanvasElement, HTMLCanvasElement];
    const pixels = (canvas: HTMLCanvasElement): Uint8ClampedArray =>
      canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height).data;
    const uncovered = await window.lab.survey('uncovered', { window: circle, size: hatched.width });
    const inked = pixels(hatched);
    const wrong = uncovered.cells.filter((cell, i) => (cell === 1) !== inked[4 * i + 3]! > 0).length;
    const { size, values } = await window.lab.survey('stretch', {
      window: { x: 0, y: 0, half: 1 },
      size: 2,
    });
    const indicatrices = document.querySelectorAll('.indicatrix').length;
    // Darker where the decoder stretches more: the order of colours is that of the values of the answer.
    const coloured = pixels(stretched);
    const centre = Math.floor(stretched.width / 2) - 1;
    const across = await window.lab.survey('stretch', {
      window: { x: 0, y: 0, half: 1.25 * 3.25 },
      size: stretched.width,
    });
    const row = stretched.width * centre;
    const pairs = Array.from({ length: stretched.width }, (_, i) => ({
      value: across.values[row + i]!,
      light: coloured[4 * (row + i) + 1]!,
    })).sort((a, b) => a.value - b.value);
    return {
      wrong,
      share: uncovered.cells.reduce((sum, cell) => sum + cell, 0) / uncovered.cells.length,
      rises: pairs.slice(1).filter(({ light }, i) => light > pairs[i]!.light).length,
      lights: new Set(pairs.map(({ light }) => light)).size,
      four: size * size === values.length && values.every((value) => value > 0),
      indicatrices,
    };
  });
  expect(found).toMatchObject({ wrong: 0, rises: 0, four: true, indicatrices: 14 * 14 });
  expect(found.share).toBeGreaterThan(0.01);
  expect(found.lights).toBeGreaterThan(5);
  expect(complaints).toEqual([]);
  await close();
});

it('gaps and outliers are marked as the questions are answered, and are taken along', async () => {
  const { page, complaints, close } = await open('b=0&s=0.3&y=gaps,outliers', 400);
  await expect.poll(() => stepOf(page, '.gaps'), { timeout: 30_000 }).toBe('400');
  const found = await page.evaluate(async () => {
    const { plausibility, outliers, outlierCodes } = await window.lab.survey('questions', {});
    const { plane } = window.lab.frame!;
    const centre = (element: Element): [number, number] => {
      const box = element.getBoundingClientRect();
      const stage = document.querySelector('.plane-stage')!.getBoundingClientRect();
      return [
        (box.left + box.width / 2 - stage.left) / stage.width,
        (box.top + box.height / 2 - stage.top) / stage.width,
      ];
    };
    return {
      gaps: plausibility.gaps.length,
      marks: [...document.querySelectorAll('.gap text')].map(({ textContent }) => textContent),
      rings: document.querySelectorAll('.ring').length,
      /** Whether each is far from all others; those that are not have a broken ring. */
      far: outliers.listed.map(({ far }) => far),
      // The rings are around the codes that the answer names.
      codes: outliers.listed.every(
        ({ index }, k) =>
          outlierCodes[2 * k] === plane.mu[2 * index] && outlierCodes[2 * k + 1] === plane.mu[2 * index + 1],
      ),
      places: [...document.querySelectorAll('.gap path')].map(centre),
      xs: plausibility.gaps.map(({ x }) => x),
      ys: plausibility.gaps.map(({ y }) => y),
    };
  });
  expect(found.gaps).toBeGreaterThan(0);
  expect(found.marks).toEqual(Array.from({ length: found.gaps }, (_, i) => String(i + 1)));
  expect(found.far.length).toBeGreaterThan(0);
  expect(found.rings).toBe(found.far.length);
  expect(found.codes).toBe(true);
  // One scale for both axes: what lies farther to the right or higher up is drawn there.
  const order = (values: number[]): number[] => values.map((_, i) => i).sort((a, b) => values[a]! - values[b]!);
  expect(order(found.places.map(([x]) => x))).toEqual(order(found.xs));
  expect(order(found.places.map(([, y]) => -y))).toEqual(order(found.ys));
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'SVG: Latent plane' }).click(),
  ]);
  const dashed = await page.evaluate(
    (text) =>
      [...new DOMParser().parseFromString(text, 'image/svg+xml').querySelectorAll('circle[r="8"]')].map(
        (ring) => ring.getAttribute('stroke-dasharray') !== null,
      ),
    await readFile(await download.path(), 'utf8'),
  );
  expect(dashed).toEqual(found.far.map((far) => !far));
  expect(complaints).toEqual([]);
  await close();
});

it('a geodesic follows its pins by keys, with its lengths, and another try brings its part where it did not come', async () => {
  const { page, close } = await browser.open({
    hash: `${STILL}&e=simd&b=1&s=1&p=-1,0.5;1,-0.5&y=points,geodesic`,
    before: async (fresh) => {
      await fresh.route('**/Geodesic-*.js', (route) => route.fulfill({ status: 404, body: 'Not found' }));
    },
  });
  await page.evaluate(() => window.lab.step(300));
  const failure = page.locator('.plane-foot .failure');
  await failure.waitFor();
  await page.unroute('**/Geodesic-*.js');
  await failure.getByRole('button', { name: 'Try again' }).click();
  const part = page.locator('.geodesic-part[data-step="300"]');
  await part.waitFor();
  const lengths = async (): Promise<number[]> =>
    ((await part.textContent()) ?? '').match(/length [\d.]+/g)!.map((text) => Number(text.slice(7)));
  const [path, straight] = await lengths();
  const { answer, shares } = await page.evaluate(async () => {
    const request = { from: [-1, 0.5], to: [1, -0.5], images: 9 } as const;
    const shares: number[] = [];
    const { length, straightLength } = await window.lab.survey('geodesic', request, 'mine', (share) =>
      shares.push(share),
    );
    return { answer: [length, straightLength], shares };
  });
  expect(shares[0]).toBe(0);
  expect(shares.length).toBeGreaterThan(1);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(Math.abs(path! / answer[0]! - 1)).toBeLessThan(0.01);
  expect(Math.abs(straight! / answer[1]! - 1)).toBeLessThan(0.01);
  expect(path).toBeLessThanOrEqual(straight!);
  // The second pin goes to the right: the way is longer then.
  const end = (): Promise<string | null> => page.locator('.geodesic-path').getAttribute('d');
  const before = await end();
  await page.locator('.pin').nth(1).focus();
  for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowRight');
  await expect.poll(end).not.toBe(before);
  await expect.poll(async () => (await lengths())[0]).not.toBe(path);
  await close();
});
