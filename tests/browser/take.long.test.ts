/** What readers take along, through the browser's own downloads, and bring back. */
import { readFile } from 'node:fs/promises';
import { decode as decodePng } from 'fast-png';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { klAxis } from '../../src/math/kl';
import { tf } from '../support/cpu';
import { convolutionalDecoder, denseDecoder, downloadsOf, encoder } from '../support/layers';
import { floatsOf, headerOf } from '../support/safetensors';
import { CHINESE_PHONE, objections } from './objections';
import { takesFiles } from './ownImages';
import { planeBox, STILL, trainFor, useBrowser } from './site';

const browser = useBrowser();

/** A run at rest with ellipses to see, the same every time. */
const SHOWN = `${STILL}&e=simd&b=1&s=1`;

const dialogOf = (page: Page): Locator => page.getByRole('dialog', { name: /Take it along|带走/ });

/** Opens the dialog, as a reader does by keys. */
async function openDialog(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: /^(Save|保存)$/ }).focus();
  await page.keyboard.press('Enter');
  const dialog = dialogOf(page);
  await dialog.locator('.take').waitFor();
  return dialog;
}

/** The file that a press of a button gives. */
async function fileOf(page: Page, button: Locator): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> }> {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return { name: download.suggestedFilename(), bytes: new Uint8Array(await readFile(await download.path())) };
}

const textOf = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes);

/** A figure after `steps` steps, with its dialog open. */
async function openAt(steps: number, hash = SHOWN) {
  const opened = await browser.open({ hash });
  // In two, so that curves have two points.
  await opened.page.evaluate((count) => window.lab.step(Math.floor(count / 2)), steps);
  await opened.page.evaluate((count) => window.lab.step(Math.ceil(count / 2)), steps);
  await opened.page.waitForFunction((step) => {
    const drawn = document.querySelector<SVGElement>('.plane-stage > svg')?.dataset.step;
    const chart = document.querySelector<SVGElement>('.loss svg')?.dataset.step;
    return drawn === String(step) && chart === String(step);
  }, steps);
  return { ...opened, dialog: await openDialog(opened.page) };
}

/** Pixels of a PNG as red, green and blue. */
function pixelsOf(bytes: Uint8Array) {
  const { width, height, channels, data } = decodePng(bytes);
  const at = (x: number, y: number): number[] => {
    const from = channels * (Math.round(y) * width + Math.round(x));
    return [...data.slice(from, from + 3)];
  };
  return { width, height, at };
}

const distance = (a: readonly number[], b: readonly number[]): number =>
  Math.max(...a.map((value, i) => Math.abs(value - b[i]!)));

const PAPER = [255, 253, 248];
const PRIOR = [23, 97, 143];

describe('the dialog', () => {
  it('opens and closes by keys, and gives the focus back', async () => {
    const { page, complaints, close } = await browser.open({ hash: SHOWN });
    const dialog = await openDialog(page);
    expect(await dialog.getByRole('button', { name: /^(PNG|SVG): / }).count()).toBe(8);
    await page.keyboard.press('Tab');
    expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Save');
    expect(complaints).toEqual([]);
    await close();
  });

  it.each([
    { name: 'English, desktop', options: {} },
    { name: 'Chinese, phone', options: CHINESE_PHONE },
  ])('is nothing that axe objects to, and no wider than the screen: $name', async ({ options }) => {
    const { page, close } = await browser.open({ hash: SHOWN, ...options });
    const dialog = await openDialog(page);
    expect(await objections(page)).toEqual([]);
    const wide = await dialog.evaluate((element) => element.scrollWidth - element.clientWidth);
    expect(wide).toBe(0);
    await close();
  });
});

describe('pictures', () => {
  it('of the plane are painted anew at two pixels for one, with circles and ellipses where they are', async () => {
    const { page, dialog, complaints, close } = await openAt(300);
    const { name, bytes } = await fileOf(page, dialog.getByRole('button', { name: 'PNG: Latent plane' }));
    expect(name).toBe('lab-plane-step-300.png');
    const { width, height, at } = pixelsOf(bytes);
    const { size } = await planeBox(page);
    expect([width, height]).toEqual([Math.round(2 * size), Math.round(2 * size)]);
    expect(distance(at(2, 2), PAPER)).toBeLessThan(3);
    // The unit circle, where nothing is written: its line is five pixels wide.
    const radius = 2 * Number(await page.locator('circle.prior-1').getAttribute('r'));
    const corner = [width / 2 - radius * Math.SQRT1_2, height / 2 + radius * Math.SQRT1_2] as const;
    expect(distance(at(...corner), PRIOR)).toBeLessThan(40);
    expect(distance(at(corner[0] - 12, corner[1] + 12), PRIOR)).toBeGreaterThan(40);
    // Every centre has ink.
    const centres = await page.evaluate(() => [...window.lab.frame!.plane.mu]);
    const inked = centres.filter((_, i) => {
      if (i % 2 === 1) return false;
      const [x, y] = [width / 2 + radius * centres[i]!, height / 2 - radius * centres[i + 1]!];
      return distance(at(x, y), PAPER) > 12;
    });
    expect(inked.length).toBeGreaterThan(0.95 * (centres.length / 2));
    expect(complaints).toEqual([]);
    await close();
  });

  it('of the plane as vectors have an ellipse for every posterior, to scale', async () => {
    const { page, dialog, complaints, close } = await openAt(300);
    const { bytes } = await fileOf(page, dialog.getByRole('button', { name: 'SVG: Latent plane' }));
    const found = await page.evaluate((text) => {
      const svg = new DOMParser().parseFromString(text, 'image/svg+xml');
      const numbers = (element: Element, names: readonly string[]) =>
        names.map((name) => Number(element.getAttribute(name)));
      return {
        errors: svg.querySelectorAll('parsererror').length,
        box: svg.documentElement.getAttribute('viewBox'),
        ellipses: [...svg.querySelectorAll('ellipse')].map((one) => numbers(one, ['cx', 'cy', 'rx', 'ry'])),
        centres: svg.querySelectorAll('.ellipses circle').length,
        circles: [...svg.querySelectorAll('circle[fill=none]')].map((one) =>
          numbers(one, ['cx', 'cy', 'r', 'stroke-width']),
        ),
        texts: [...svg.querySelectorAll('text')].map((one) => [
          one.textContent,
          one.getAttribute('font-family'),
          one.getAttribute('fill'),
        ]),
        style: svg.querySelectorAll('[style], style, script, foreignObject').length,
        address: svg.querySelector('desc')?.textContent,
      };
    }, textOf(bytes));
    const { frame, link } = await page.evaluate(() => {
      const { mu, sigma } = window.lab.frame!.plane;
      return { frame: { mu: [...mu], sigma: [...sigma] }, link: location.href };
    });
    const { size } = await planeBox(page);
    const unit = Number(await page.locator('circle.prior-1').getAttribute('r'));
    expect(found.errors).toBe(0);
    expect(found.style).toBe(0);
    expect(found.box).toBe(`0 0 ${size} ${size}`);
    expect(found.address).toBe(link);
    const key = ([x, y]: readonly number[]): string => `${Math.round(4 * x!)},${Math.round(4 * y!)}`;
    const drawn = new Map<string, number[][]>();
    for (const ellipse of found.ellipses) drawn.set(key(ellipse), [...(drawn.get(key(ellipse)) ?? []), ellipse]);
    let expected = 0;
    for (let i = 0; i < frame.mu.length; i += 2) {
      const wanted = [
        size / 2 + unit * frame.mu[i]!,
        size / 2 - unit * frame.mu[i + 1]!,
        unit * frame.sigma[i]!,
        unit * frame.sigma[i + 1]!,
      ];
      const [x, y, a, b] = wanted as [number, number, number, number];
      if (x + a < 0 || x - a > size || y + b < 0 || y - b > size) continue;
      expected++;
      const near = [-1, 0, 1].flatMap((dx) =>
        [-1, 0, 1].flatMap((dy) => drawn.get(key([x + dx / 4, y + dy / 4])) ?? []),
      );
      expect(
        near.some((ellipse) => distance(ellipse, wanted) < 0.002),
        `posterior ${i / 2}`,
      ).toBe(true);
    }
    expect(expected).toBeGreaterThan(1500);
    expect(found.ellipses.length).toBe(expected);
    expect(found.centres).toBe(expected);
    for (const [i, sigmas] of [1, 2, 3].entries()) {
      expect(distance(found.circles[i]!.slice(0, 3), [size / 2, size / 2, sigmas * unit])).toBeLessThan(1e-6);
    }
    // Names of the circles and of the classes, in faces that have others to stand in for them.
    const texts = found.texts.map(([text]) => text);
    expect(texts).toEqual(expect.arrayContaining(['1σ', '0', '9']));
    for (const [text, family, fill] of found.texts) {
      expect(family, text!).toMatch(/Inter.*sans-serif/);
      expect(fill, text!).toMatch(/^rgb/);
    }
    expect(complaints).toEqual([]);
    await close();
  });

  it('of the selected image have its images, what is said of it, and nothing that is there to be pressed', async () => {
    const { page, dialog, complaints, close } = await openAt(20, `${SHOWN}&x=17`);
    const { name, bytes } = await fileOf(page, dialog.getByRole('button', { name: 'SVG: The selected image' }));
    expect(name).toBe('lab-sample-step-20.svg');
    const found = await page.evaluate((text) => {
      const root = new DOMParser().parseFromString(text, 'image/svg+xml');
      return {
        images: root.querySelectorAll('image').length,
        buttons: root.querySelectorAll('button').length,
        text: root.documentElement.textContent!,
      };
    }, textOf(bytes));
    expect(found).toMatchObject({ images: 10, buttons: 0 });
    for (const said of ['17', 'x̂']) expect(found.text).toContain(said);
    expect(complaints).toEqual([]);
    await close();
  });

  it('of two models have the numbers of both', async () => {
    const { page, complaints, close } = await browser.open({ hash: '#compare&v=1&play=0&compare.e=simd&compare.h=8' });
    await page.locator('#compare .numbers summary').click();
    await page.locator('#compare .pair-numbers').waitFor();
    await page.locator('#compare .compare-side').first().getByRole('button', { name: 'Save' }).click();
    const { bytes } = await fileOf(page, dialogOf(page).getByRole('button', { name: 'SVG: Numbers' }));
    for (const said of ['Left', 'Right', 'ELBO']) expect(textOf(bytes)).toContain(said);
    expect(complaints).toEqual([]);
    await close();
  });

  it('of images and curves have the size and the content of their panels', async () => {
    const { page, dialog, complaints, close } = await openAt(120);
    const side = await page.locator('.grid canvas').evaluate((canvas) => canvas.clientWidth);
    const grid = pixelsOf((await fileOf(page, dialog.getByRole('button', { name: 'PNG: Decoded grid' }))).bytes);
    expect([grid.width, grid.height]).toEqual([2 * side, 2 * side]);
    const shades = new Set(Array.from({ length: 400 }, (_, i) => grid.at(3 + 5 * i * (side / 1100), side).join()));
    expect(shades.size).toBeGreaterThan(20);
    const svg = textOf((await fileOf(page, dialog.getByRole('button', { name: 'SVG: Decoded grid' }))).bytes);
    const [, data] = /href="data:image\/png;base64,([^"]+)"/.exec(svg)!;
    const inside = decodePng(Buffer.from(data!, 'base64'));
    expect([inside.width, inside.height]).toEqual([2 * side, 2 * side]);

    const strip = textOf(
      (await fileOf(page, dialog.getByRole('button', { name: 'SVG: Images and their reconstructions' }))).bytes,
    );
    expect(strip.match(/<image/g)).toHaveLength(2);

    // The curve of what is held out has as many points as were found of it before the lab came to rest: one at least.
    await page.waitForFunction(() => {
      const { heldOut } = window.lab.history;
      const drawn = document.querySelector('.series-held-out')?.getAttribute('d')?.match(/[ML]/g) ?? [];
      return heldOut.at(-1)?.step === 120 && drawn.length === heldOut.length;
    });
    const curves = await fileOf(page, dialog.getByRole('button', { name: 'SVG: Loss per image' }));
    const chart = await page.evaluate((text) => {
      const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
      const paths = [...parsed.querySelectorAll('path')].filter((path) =>
        /^M[\d.]+ [\d.]+(L[\d.]+ |h0$)/.test(path.getAttribute('d')!),
      );
      const shown = [...document.querySelectorAll('.loss path.series')].map((path) => path.getAttribute('d'));
      return {
        drawn: paths.map((path) => path.getAttribute('d')),
        colours: new Set(paths.map((path) => path.getAttribute('stroke'))).size,
        shown,
        text: parsed.documentElement.textContent,
      };
    }, textOf(curves.bytes));
    expect(chart.drawn).toEqual(chart.shown);
    expect(chart.colours).toBe(3);
    expect(chart.text).toContain('Loss');
    expect(complaints).toEqual([]);
    await close();
  });

  it('are in the colours of the page', async () => {
    const { page, close } = await browser.open({ hash: SHOWN, colorScheme: 'dark' });
    await page.locator('.plane-stage .axis text').first().waitFor();
    const dialog = await openDialog(page);
    const { at } = pixelsOf((await fileOf(page, dialog.getByRole('button', { name: 'PNG: Latent plane' }))).bytes);
    expect(distance(at(2, 2), [29, 31, 34])).toBeLessThan(3);
    await close();
  });
});

describe('numbers', () => {
  it('of the moment are those of the frame, as CSV and as JSON', async () => {
    const { page, dialog, close } = await openAt(50);
    const frame = await page.evaluate(() => {
      const { mu, sigma, circleCoverage, restLosses } = window.lab.frame!;
      return { mu: [...mu], sigma: [...sigma], circleCoverage, restLosses, labels: [...window.lab.dataset!.labels!] };
    });
    const csv = await fileOf(page, dialog.getByRole('button', { name: 'CSV: This moment' }));
    const [names, ...rows] = textOf(csv.bytes)
      .trimEnd()
      .split('\r\n')
      .map((line) => line.split(','));
    expect(names).toEqual(['index', 'label', 'mu_1', 'mu_2', 'sigma_1', 'sigma_2', 'kl']);
    expect(rows.length).toBe(1797);
    for (const [i, row] of rows.entries()) {
      const [mu, sigma] = [frame.mu.slice(2 * i, 2 * i + 2), frame.sigma.slice(2 * i, 2 * i + 2)];
      expect(row.slice(0, 6).map(Number)).toEqual([i, frame.labels[i], ...mu, ...sigma]);
      expect(Number(row[6])).toBeCloseTo(klAxis(mu[0]!, sigma[0]!) + klAxis(mu[1]!, sigma[1]!), 9);
    }
    const json = await fileOf(page, dialog.getByRole('button', { name: 'JSON: This moment' }));
    const parsed = JSON.parse(textOf(json.bytes));
    expect(parsed).toMatchObject({
      vaeGeometry: 1,
      kind: 'frame',
      step: 50,
      beta: 1,
      noiseScale: 1,
      circleCoverage: frame.circleCoverage,
      losses: frame.restLosses,
      settings: { beta: 1, engine: 'simd' },
      data: { n: 1797, width: 8, height: 8 },
    });
    expect(parsed.address).toBe(await page.evaluate(() => location.href));
    expect(parsed.columns.mu_2).toEqual(frame.mu.filter((_, i) => i % 2 === 1));
    await close();
  });

  it('of the losses are the points of the curves, of both shares', async () => {
    const { page, close } = await browser.open({ hash: '#v=1&e=simd' });
    await trainFor(page, 200);
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.waitForFunction(() => window.lab.frame?.training === false);
    await page.waitForFunction(() => window.lab.history.heldOut.at(-1)?.step === window.lab.frame?.step);
    const dialog = await openDialog(page);
    const { points, heldOut } = await page.evaluate(() => {
      const { history } = window.lab;
      return { points: history.points, heldOut: history.heldOut };
    });
    expect(heldOut.length).toBeGreaterThan(0);
    const csv = await fileOf(page, dialog.getByRole('button', { name: 'CSV: Losses' }));
    const [names, ...rows] = textOf(csv.bytes)
      .trimEnd()
      .split('\r\n')
      .map((line) => line.split(','));
    expect(names).toEqual([
      ...['step', 'reconstruction', 'weighted_regulariser', 'total', 'circle_coverage'],
      ...['held_out_reconstruction', 'held_out_weighted_regulariser', 'held_out_total'],
    ]);
    const taken = (columns: readonly number[]): number[][] =>
      rows.filter((row) => row[columns.at(-1)!] !== '').map((row) => columns.map((column) => Number(row[column])));
    expect(taken([0, 1, 2, 3, 4])).toEqual(
      points.map((point) => [point.step, point.reconstruction, point.weighted, point.total, point.circleCoverage]),
    );
    expect(taken([0, 5, 6, 7])).toEqual(
      heldOut.map((point) => [point.step, point.reconstruction, point.weighted, point.total]),
    );
    const json = await fileOf(page, dialog.getByRole('button', { name: 'JSON: Losses' }));
    expect(JSON.parse(textOf(json.bytes)).columns.held_out_total.filter(Number.isFinite)).toEqual(
      heldOut.map(({ total }) => total),
    );
    await close();
  });
});

/** All numbers of a model and its optimiser. */
const savedOf = (page: Page) =>
  page.evaluate(async () => {
    const { values, first, second, step, trainer } = await window.lab.save();
    return { values: [...values], first: [...first], second: [...second], step, order: [...trainer.order] };
  });

describe('weights', () => {
  it('come back to the bit in another page, at rest, and training goes on to the bit', async () => {
    const one = await openAt(
      137,
      `${STILL}&e=simd&b=0.5&s=1&h=20-10&z=3&a=tanh&q=full&r=5&n=48&m=2&l=gaussian-learned`,
    );
    const { name, bytes } = await fileOf(one.page, one.dialog.getByRole('button', { name: 'Save weights' }));
    expect(name).toBe('lab-weights-step-137.safetensors');
    const saved = await savedOf(one.page);
    expect(headerOf(bytes).header.__metadata__).toMatchObject({
      vae_geometry: '1',
      step: '137',
      activation: 'tanh',
      posterior: 'full',
    });
    expect(floatsOf(bytes, 'lower.weight').shape).toEqual([3, 10]);
    expect(floatsOf(bytes, 'log_var_x').values[0]).toBe(saved.values.at(-1));
    expect(floatsOf(bytes, 'decoder.2.weight').shape).toEqual([20, 10]);
    // Pixel 1 to unit 4 of the first layer: W[1][4] of the page, weight[4][1] of PyTorch.
    expect(floatsOf(bytes, 'encoder.0.weight').values[4 * 64 + 1]).toBe(saved.values[1 * 20 + 4]);

    const two = await browser.open({ hash: '#v=1&e=simd' });
    await trainFor(two.page, 5);
    const dialog = await openDialog(two.page);
    await dialog
      .locator('input[accept=".safetensors"]')
      .setInputFiles({ name, mimeType: '', buffer: Buffer.from(bytes) });
    const notice = two.page.locator('.notice-said');
    await notice.waitFor();
    const said = await notice.textContent();
    for (const part of [
      name,
      'step 137',
      'β 0 → 0.5',
      'Hidden layers 64 → 20–10',
      'Axes of a code 2 → 3',
      'Posterior ellipse → tilted ellipse',
      'Noise samples 1 → 2',
    ]) {
      expect(said).toContain(part);
    }
    await two.page.waitForFunction(() => window.lab.frame?.step === 137 && !window.lab.frame.training);
    expect(await dialogOf(two.page).count()).toBe(0);
    expect(await savedOf(two.page)).toEqual(saved);
    for (const { page } of [one, two]) await page.evaluate(() => window.lab.step(60));
    expect(await savedOf(two.page)).toEqual(await savedOf(one.page));
    expect(two.complaints).toEqual([]);
    await one.close();
    await two.close();
  });

  it('can be dropped on the figure, and are refused by the name of what is wrong', async () => {
    const { page, dialog, complaints, close } = await openAt(30);
    const { bytes } = await fileOf(page, dialog.getByRole('button', { name: 'Save weights' }));
    await page.keyboard.press('Escape');
    await page.evaluate(() => window.lab.step(20));
    const drop = (content: Uint8Array, name: string) =>
      page.evaluate(
        ([numbers, name]) => {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File([Uint8Array.from(numbers)], name));
          const target = document.querySelector('.plane-stage')!;
          target.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }));
        },
        [[...content], name] as const,
      );
    await takesFiles(page);
    await drop(bytes.slice(0, -4), 'torn.safetensors');
    const notice = page.locator('.notice-said');
    await notice.filter({ hasText: /torn\.safetensors cannot be used.*bytes.*kept as it was/ }).waitFor();
    expect(await page.evaluate(() => window.lab.frame!.step)).toBe(50);
    // The settings of a linear model give way to those of the file.
    await page.evaluate(() => window.lab.set({ hidden: [] }));
    await drop(bytes, 'whole.safetensors');
    await notice.filter({ hasText: /whole\.safetensors is loaded: step 30.*Hidden layers none → 64/ }).waitFor();
    await page.waitForFunction(() => window.lab.frame!.step === 30);
    expect(complaints).toEqual([]);
    await close();
  });

  it('are taken by scripts as a file', async () => {
    const { page, dialog, close } = await openAt(10);
    const { bytes } = await fileOf(page, dialog.getByRole('button', { name: 'Save weights' }));
    const loaded = await page.evaluate(
      async (numbers) => {
        await window.lab.step(5);
        return window.lab.load(new Blob([Uint8Array.from(numbers)]));
      },
      [...bytes],
    );
    expect(loaded).toEqual({ step: 10, changes: {}, hasMoments: true });
    const refused = await page.evaluate(() =>
      window.lab.load(new Uint8Array(3)).then(
        () => '',
        ({ name }) => name,
      ),
    );
    expect(refused).toBe('WeightsError');
    await close();
  });
});

describe('a model of TensorFlow.js', () => {
  type Downloads = Awaited<ReturnType<typeof downloadsOf>>;
  const chosen = async (page: Page, files: Downloads): Promise<void> => {
    const dialog = await openDialog(page);
    await dialog
      .locator('input[accept=".json,.bin"]')
      .setInputFiles(files.map(({ name, bytes }) => ({ name, mimeType: '', buffer: Buffer.from(bytes) })));
  };

  it('shows its codes and its pictures, is not trained, and gives way to the model of the page', async () => {
    const made = encoder(8, 'apart');
    const { page, complaints, close } = await browser.open({ hash: '#v=1&e=simd&s=1' });
    await chosen(page, [
      ...(await downloadsOf(convolutionalDecoder(8, 8), 'decoder')),
      ...(await downloadsOf(made, 'encoder')),
    ]);
    await page.locator('.notice-said').filter({ hasText: 'The model of TensorFlow.js is shown' }).waitFor();
    await page.waitForFunction(
      () => window.lab.store.getState().run?.engine === 'layers' && window.lab.frame?.step === 0,
    );
    const { mu, images } = await page.evaluate(() => ({
      mu: [...window.lab.frame!.mu.slice(0, 8)],
      images: [...window.lab.dataset!.images.slice(0, 256)],
    }));
    const [means] = [made.model.predict(tf.tensor(images, [4, 8, 8, 1]))].flat() as tf.Tensor[];
    expect(distance(mu, [...means!.dataSync()])).toBeLessThan(1e-3);
    expect(await page.getByRole('button', { name: 'Play', exact: true }).isDisabled()).toBe(true);
    expect(await page.getByRole('button', { name: 'One step' }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Start again' }).click();
    await page.waitForFunction(() => window.lab.store.getState().run?.engine === 'simd');
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await trainFor(page, 5);
    expect(complaints.filter((complaint) => !complaint.startsWith('warning'))).toEqual([]);
    await close();
  });

  it('decodes without an encoder: folders that are dropped, images of its size, no posteriors', async () => {
    const { page, close } = await browser.open({ hash: `${STILL}&e=simd&s=1` });
    const files = await denseDecoder(12).files('decoder');
    await takesFiles(page);
    await page.evaluate(
      (given) => {
        const entries = given.map(({ path, numbers }) => ({
          isDirectory: false,
          fullPath: `/${path}`,
          file: (done: (file: File) => void) => done(new File([Uint8Array.from(numbers)], path.split('/').at(-1)!)),
        }));
        let read = false;
        const folder = {
          isDirectory: true,
          createReader: () => ({
            readEntries(done: (part: unknown[]) => void) {
              done(read ? [] : entries);
              read = true;
            },
          }),
        };
        // A folder cannot be put into a DataTransfer by a script.
        const event = new DragEvent('drop', { bubbles: true, cancelable: true });
        const items = [{ webkitGetAsEntry: () => folder }];
        Object.defineProperty(event, 'dataTransfer', { value: { types: ['Files'], files: [], items } });
        document.querySelector('.plane-stage')!.dispatchEvent(event);
      },
      files.map(({ path, bytes }) => ({ path, numbers: [...bytes] })),
    );
    await page.locator('.notice-said').filter({ hasText: 'The decoder of TensorFlow.js is shown' }).waitFor();
    await page.waitForFunction(() => window.lab.dataset?.width === 12 && window.lab.frame?.mu.length === 0);
    await page.waitForFunction(() =>
      Object.values(window.lab.frame!.pictures).some(({ length }) => length === 15 * 15 * 144),
    );
    const image = await page.evaluate(async () => [...(await window.lab.decode([0.5, -1]))]);
    expect(image).toHaveLength(144);
    await page.getByRole('button', { name: 'Layers' }).click();
    await page.getByText('all layers but Stretch, Indicatrices, and Geodesic stay empty').waitFor();
    const dialog = await openDialog(page);
    const svg = textOf((await fileOf(page, dialog.getByRole('button', { name: 'SVG: Latent plane' }))).bytes);
    expect(svg.match(/<ellipse/g)).toBeNull();
    expect(await dialog.getByRole('button', { name: 'Save weights' }).count()).toBe(0);
    await close();
  });

  it('is refused with what is missing, and the run goes on', async () => {
    const { page, complaints, close } = await browser.open({ hash: '#v=1&e=simd' });
    const [json, ...shards] = await downloadsOf(denseDecoder(8), 'decoder');
    await chosen(page, [json!, shards[0]!]);
    await page
      .locator('.notice-said')
      .filter({ hasText: /decoder-group1-shard1of2\.bin is missing/ })
      .waitFor();
    await trainFor(page, 5);
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('a film', () => {
  it('is recorded while it trains, and can be played', async () => {
    const { page, complaints, close } = await browser.open({ hash: '#v=1&e=simd&b=1&s=1' });
    const dialog = await openDialog(page);
    await dialog.getByRole('button', { name: 'Record the training' }).click();
    await page
      .getByRole('timer')
      .filter({ hasText: /0:0[3-9]/ })
      .waitFor();
    const { name, bytes } = await fileOf(page, page.getByRole('button', { name: 'Stop and save' }));
    expect(name).toMatch(/^lab-film-step-\d+\.webm$/);
    // EBML, of the kind that WebM is.
    expect([...bytes.slice(0, 4)]).toEqual([0x1a, 0x45, 0xdf, 0xa3]);
    expect(Buffer.from(bytes.slice(0, 64)).toString('latin1')).toContain('webm');
    await page.getByRole('button', { name: 'Save', exact: true }).waitFor();
    await page.evaluate(() => window.lab.pause());
    const played = await page.evaluate(
      async (numbers) => {
        const video = document.createElement('video');
        video.src = URL.createObjectURL(new Blob([Uint8Array.from(numbers)], { type: 'video/webm' }));
        const canvas = document.createElement('canvas');
        const context = canvas.getContext('2d', { willReadFrequently: true })!;
        /** Shades of the frame that is shown. */
        const look = (): number => {
          [canvas.width, canvas.height] = [video.videoWidth, video.videoHeight];
          context.drawImage(video, 0, 0);
          return new Set(context.getImageData(0, 0, canvas.width, canvas.height).data).size;
        };
        video.muted = true;
        let shades = 0;
        await new Promise<void>((resolve, reject) => {
          const next = (): void => {
            shades = Math.max(shades, look());
            if (shades > 30) resolve();
            else video.requestVideoFrameCallback(next);
          };
          video.requestVideoFrameCallback(next);
          video.onended = () => {
            shades = Math.max(shades, look());
            resolve();
          };
          video.onerror = () => reject(new Error(video.error?.message));
          void video.play();
        });
        return { width: canvas.width, height: canvas.height, shades };
      },
      [...bytes],
    );
    expect(played).toMatchObject({ width: 720, height: 768 });
    expect(played.shades).toBeGreaterThan(30);
    expect(complaints).toEqual([]);
    await close();
  });

  it('is said not to be where the browser cannot', async () => {
    const { page, close } = await browser.open({
      hash: SHOWN,
      before: async (page) => {
        await page.addInitScript(() => Reflect.deleteProperty(window, 'MediaRecorder'));
      },
    });
    const dialog = await openDialog(page);
    await dialog.getByText('This browser cannot record films').waitFor();
    expect(await dialog.getByRole('button', { name: 'Record the training' }).count()).toBe(0);
    await close();
  });
});
