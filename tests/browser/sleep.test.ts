/** A figure that gave its worker back goes on where it was, as if it had stayed. */
import { expect, it } from 'vitest';
import { useBrowser } from './site';

const browser = useBrowser();

/** Steps before and after the sleep: an epoch of 25 batches is left in the middle. */
const STEPS = [45, 60] as const;

it.each(['simd', 'webgl'] as const)('went away and came back as one that stayed (%s)', async (engine) => {
  const runs = [];
  for (const away of [false, true]) {
    const { page, complaints, close } = await browser.open({
      hash: `#v=1&b=0.7&s=0.8&r=3&play=0&e=${engine}&q=full&m=2&l=gaussian-learned`,
    });
    runs.push(
      await page.evaluate(
        async ([steps, leaves]) => {
          const { lab } = window;
          await lab.step(steps[0]);
          if (leaves) {
            await lab.sleep();
            if (!lab.store.getState().asleep) throw new Error('It does not sleep');
            await lab.wake();
          }
          const { mu, sigma, lower, losses, step, epoch } = await lab.step(steps[1]);
          const { values, first, second } = await lab.save();
          return {
            step,
            epoch,
            losses,
            arrays: [mu, sigma, ...(lower === null ? [] : [lower]), values, first, second].map((array) => [...array]),
          };
        },
        [STEPS, away] as const,
      ),
    );
    // The worker that read the images ends, too.
    await expect.poll(() => page.workers().map((worker) => worker.url().includes('library'))).toEqual([false]);
    expect(complaints).toEqual([]);
    await close();
  }
  const [stayed, returned] = runs as [(typeof runs)[0], (typeof runs)[0]];
  if (engine === 'simd') {
    expect(returned).toEqual(stayed);
    return;
  }
  expect([returned.step, returned.epoch]).toEqual([stayed.step, stayed.epoch]);
  stayed.arrays.forEach((array, i) => {
    const scale = Math.max(...array.map(Math.abs));
    const apart = Math.max(...array.map((value, k) => Math.abs(value - returned.arrays[i]![k]!)));
    expect(apart / scale).toBeLessThan(1e-5);
  });
});

it('gives bitmaps back while it sleeps out of sight, and shows the same when it is seen again', async () => {
  const { page, complaints, close } = await browser.open({
    hash: '#v=1&b=1&s=1&play=0&e=simd',
    viewport: { width: 1280, height: 600 },
  });
  await page.evaluate(() => window.lab.step(100));
  /** What the grid and the strip show; empty where there is no bitmap. */
  const sheets = (): Promise<string[]> =>
    page.evaluate(() =>
      [...document.querySelectorAll<HTMLCanvasElement>('#lab :is(.grid, .strip) canvas')].map((canvas) =>
        canvas.width === 0 ? '' : canvas.toDataURL(),
      ),
    );
  for (const place of ['.grid', '.strip']) await page.locator(`#lab ${place} canvas[data-step="100"]`).waitFor();
  // What comes after the picture may still change the width of a sheet.
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
  let before = await sheets();
  await expect
    .poll(async () => {
      const last = before;
      before = await sheets();
      return String(before) === String(last);
    })
    .toBe(true);
  expect(before).toHaveLength(3);
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  // Until it is known to be out of sight it is woken again, like any that is seen.
  await expect
    .poll(async () => {
      await page.evaluate(() => window.lab.sleep());
      return sheets();
    })
    .toEqual(['', '', '']);
  await page.evaluate(() => window.scrollTo(0, 0));
  await expect.poll(sheets).toEqual(before);
  expect(complaints).toEqual([]);
  await close();
});

it('is printed with its pictures while it sleeps out of sight', async () => {
  const { page, complaints, close } = await browser.open({
    hash: '#v=1&b=1&s=1&play=0&e=simd',
    viewport: { width: 1280, height: 600 },
  });
  await page.evaluate(() => window.lab.step(100));
  for (const place of ['.grid', '.strip']) await page.locator(`#lab ${place} canvas[data-step="100"]`).waitFor();
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  /** Of the plane, the grid and the strip: the pixels that differ from the first of each canvas. */
  const inked = (): Promise<number[]> =>
    page.evaluate(() =>
      ['.plane-canvas', '.grid', '.strip'].map((place) => {
        const canvases = document.querySelectorAll<HTMLCanvasElement>(`#lab ${place} canvas`);
        return [...canvases].reduce((sum, canvas) => {
          if (canvas.width === 0) return sum;
          // Of a copy: the browser complains of canvases that are read again and again.
          const copy = new OffscreenCanvas(canvas.width, canvas.height);
          const context = copy.getContext('2d', { willReadFrequently: true })!;
          context.drawImage(canvas, 0, 0);
          const { data } = context.getImageData(0, 0, copy.width, copy.height);
          const pixels = new Uint32Array(data.buffer);
          return sum + pixels.filter((pixel) => pixel !== pixels[0]).length;
        }, 0);
      }),
    );
  // Until it is known to be out of sight it is woken again, like any that is seen.
  await expect
    .poll(async () => {
      await page.evaluate(() => window.lab.sleep());
      return inked();
    })
    .toEqual([0, 0, 0]);
  // What draws ellipses on paper may be on its way.
  await expect
    .poll(async () => {
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      return Math.min(...(await inked()));
    })
    .toBeGreaterThan(1000);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  expect(await inked()).toEqual([0, 0, 0]);
  expect(complaints).toEqual([]);
  await close();
});
