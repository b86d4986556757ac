import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Settings } from '../../src/state/settings';
import { planeBox, STILL, trainFor, useBrowser } from './site';

const browser = useBrowser();

describe('settings that are live', () => {
  it('change the model that is running, each of them, without a reset', async () => {
    const { page, complaints, close } = await browser.open({ hash: STILL });
    const changes: readonly Partial<Settings>[] = [
      { beta: 2 },
      { noiseScale: 0.8 },
      { likelihood: 'gaussian' },
      { likelihood: 'gaussian', sigmaX: 0.1 },
      { likelihood: 'gaussian-learned' },
      { likelihood: 'squared' },
      { noiseScale: 0.8, samples: 4 },
      { beta: 2, regulariser: 'simple' },
      { learningRate: 0.01 },
      { batchSize: 16 },
    ];
    const runs = await page.evaluate(async (all) => {
      const { lab } = window;
      const from = lab.settings;
      const codes = [];
      for (const change of [{}, ...all]) {
        await lab.set(from);
        await lab.reset();
        await lab.step(10);
        await lab.set(change);
        const frame = await lab.step(10);
        codes.push({ step: frame.step, mu: [...frame.mu.subarray(0, 20)].join() });
      }
      return codes;
    }, changes);
    expect(runs.map(({ step }) => step)).toEqual(runs.map(() => 20));
    // Every change led somewhere else than no change and than every other.
    expect(new Set(runs.map(({ mu }) => mu)).size).toBe(runs.length);
    expect(complaints).toEqual([]);
    await close();
  });

  it('answer to their controls: sliders by keys, the square by pointer, the corners by name', async () => {
    const { page, complaints, close } = await browser.open({ hash: STILL });
    const settings = () => page.evaluate(() => window.lab.settings);
    await page.getByRole('slider', { name: /^β pull/ }).focus();
    await page.keyboard.press('End');
    expect((await settings()).beta).toBe(32);
    await page.keyboard.press('Home');
    expect((await settings()).beta).toBe(0);
    await page.getByRole('slider', { name: /^σ share/ }).focus();
    await page.keyboard.press('End');
    expect((await settings()).noiseScale).toBe(1.5);

    const corners = { VAE: [1, 1], 'pulled points': [1, 0], 'noise only': [0, 1], autoencoder: [0, 0] } as const;
    for (const [name, [beta, noiseScale]] of Object.entries(corners)) {
      await page.getByRole('button', { name, exact: true }).click();
      expect(await settings()).toMatchObject({ beta, noiseScale });
    }
    const pad = (await page.locator('.pad-square').boundingBox())!;
    await page.mouse.click(pad.x + 0.75 * pad.width, pad.y + 0.5 * pad.height);
    expect((await settings()).noiseScale).toBeCloseTo(0.75, 1);
    expect((await settings()).beta).toBeCloseTo(0.5, 1);
    await page.keyboard.press('Tab');
    await page.locator('.pad-thumb').focus();
    await page.keyboard.press('ArrowUp');
    expect((await settings()).beta).toBeCloseTo(0.55, 1);

    await page.getByText('More settings').click();
    await page.getByLabel('Likelihood').selectOption('gaussian');
    expect((await settings()).likelihood).toBe('gaussian');
    await page.getByRole('slider', { name: /^σ̃/ }).focus();
    await page.keyboard.press('Home');
    expect((await settings()).sigmaX).toBe(0.05);

    const binary = page.getByLabel('Binary pixels');
    await binary.selectOption('threshold');
    await page.waitForFunction(() => window.lab.dataset?.images.every((pixel) => pixel === 0 || pixel === 1));
    await expect.poll(() => page.getByText(/Bernoulli likelihood is a true one/).isVisible()).toBe(true);
    await binary.selectOption('resampled');
    await page.waitForFunction(() => window.lab.dataset?.intensities !== undefined);
    await page.waitForFunction(() => window.lab.frame?.step === 0);
    expect(await page.evaluate(async () => (await window.lab.step(30)).step)).toBe(30);
    expect((await settings()).binary).toBe('resampled');
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('settings that begin a new run', () => {
  it('rebuild the model', async () => {
    const { page, complaints, close } = await browser.open({ hash: STILL });
    await page.evaluate(() => window.lab.step(5));
    await page.getByText('More settings').click();
    const hidden = page.getByLabel('Hidden layers');
    await hidden.fill('48 12');
    await hidden.press('Enter');
    const count = 64 * 48 + 48 + (48 * 12 + 12) + (12 * 4 + 4) + (2 * 12 + 12) + (12 * 48 + 48) + (48 * 64 + 64);
    await page.waitForFunction((n) => window.lab.store.getState().run?.parameterCount === n, count);
    await page.waitForFunction(() => window.lab.frame!.step === 0);

    await hidden.fill('twelve');
    await hidden.press('Enter');
    await page.getByRole('alert').filter({ hasText: 'layers stay as they were' }).waitFor();
    expect(await page.evaluate(() => window.lab.settings.hidden)).toEqual([48, 12]);

    // No layer at all: a linear model, whose activation nobody asks for.
    await hidden.fill(' ');
    await hidden.press('Enter');
    await page.waitForFunction((n) => window.lab.store.getState().run?.parameterCount === n, 64 * 4 + 4 + 2 * 64 + 64);
    await page.waitForFunction(() => location.hash.includes('h=none'));
    await expect.poll(() => page.getByLabel('Activation').count()).toBe(0);
    await page.evaluate(() => window.lab.step(3));
    await hidden.fill('16');
    await hidden.press('Enter');
    await page.getByLabel('Activation').waitFor();

    await page.getByLabel('Data set', { exact: true }).selectOption('strokes');
    await page.waitForFunction(() => window.lab.dataset?.width === 16);
    await page.getByLabel('Image size').selectOption('12');
    await page.waitForFunction(() => window.lab.dataset?.width === 12);
    expect(await page.evaluate(() => window.lab.dataset!.n)).toBe(2000);
    await page.evaluate(() => window.lab.step(3));
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('images that are held out', () => {
  const open = async (page: Page) => {
    await page.getByText('More settings').click();
    await page.getByText('Numbers', { exact: true }).click();
    await page.locator('.numbers table').waitFor();
  };
  const heads = (page: Page) => page.locator('.numbers thead th').allTextContents();

  it('are a tenth, or what the reader says, and are never trained on', async () => {
    const { page, complaints, close } = await browser.open({ hash: STILL });
    await open(page);
    await page.evaluate(() => window.lab.step(30));
    await expect.poll(() => heads(page)).toEqual(['measure', 'trained on: 1,617', 'held out: 180']);
    await page.getByLabel('Held-out share').selectOption('50 %');
    await expect.poll(() => heads(page)).toEqual(['measure', 'trained on: 898', 'held out: 899']);
    await page.waitForFunction(() => location.hash.includes('ho=0.5'));
    const { trained, held, epoch } = await page.evaluate(async () => {
      const { epoch } = await window.lab.step(28);
      const { trainer } = await window.lab.save();
      const { heldOut } = window.lab.store.getState().run!;
      return { trained: [...trainer.order], held: [...heldOut], epoch };
    });
    // 14 batches of 64 an epoch.
    expect(epoch).toBe(2);
    expect(new Set([...trained, ...held]).size).toBe(1797);
    await page.getByLabel('Held-out share').selectOption('0 %');
    await expect.poll(() => heads(page)).toEqual(['measure', 'value']);
    await expect.poll(() => page.locator('.loss .key').count()).toBe(3);
    expect(complaints).toEqual([]);
    await close();
  });

  it('show what a model has learned by heart: in the table, as a curve, and marked on the plane', async () => {
    const { page, complaints, close } = await browser.open({ hash: `${STILL}&ho=0.9&n=16&lr=0.01&q=box` });
    await open(page);
    await page.evaluate(() => window.lab.step(100));
    await page.evaluate(() => window.lab.step(900));
    const { training, heldOut } = await page.evaluate(() => window.lab.measure());
    expect(heldOut!.reconstruction).toBeGreaterThan(training.reconstruction + 2);
    const nat = (value: number): string => value.toFixed(1);
    const cells = page.locator('.numbers .measure-reconstruction td');
    await expect
      .poll(() => cells.allTextContents())
      .toEqual([training, heldOut!].map(({ reconstruction }) => `${nat(reconstruction)} nats`));
    await expect.poll(() => page.locator('.loss .key-heldOut b').textContent()).toBe(nat(heldOut!.reconstruction));
    // What boxes cost beside ellipses: two axes of 0.1765 nats.
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 800 });
      const why = await page.locator('.numbers').getByText('Why ellipses').textContent();
      expect(why).toContain(
        `of these ${nat(training.kl)} nats, ellipses of the same σ would have ${nat(training.kl - 0.353)}`,
      );
      expect(why).toContain('0.1765 an axis');
    }
    await page.setViewportSize({ width: 1280, height: 800 });
    await expect.poll(() => page.locator('.loss .series-held-out').getAttribute('d')).toMatch(/^M.+L/);

    await page.getByRole('button', { name: 'Layers' }).click();
    await page.getByRole('checkbox', { name: 'Held-out images' }).check();
    const squares = page.locator('.heldOut path');
    await squares.waitFor({ state: 'attached' });
    expect((await squares.getAttribute('d'))!.split('z').length - 1).toBe(1617);
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('a linear model', () => {
  it('is shown beside the principal components of its images', async () => {
    const { page, complaints, close } = await browser.open({ hash: `${STILL}&h=none&l=squared&b=0&s=0&lr=0.003` });
    await page.evaluate(() => window.lab.step(3000));
    await page.getByText('Numbers', { exact: true }).click();
    const { modelError, pcaError, heldOut, angle } = await page.evaluate(() => window.lab.survey('pca', {}));
    expect(modelError).toBeGreaterThanOrEqual(pcaError);
    expect(modelError).toBeLessThan(1.02 * pcaError);
    const note = page.locator('.linear-note');
    await note.waitFor();
    const said = (await note.textContent())!;
    for (const value of [modelError, pcaError, heldOut!.modelError, heldOut!.pcaError, (180 / Math.PI) * angle]) {
      expect(said).toContain(String(Number(value.toPrecision(3))));
    }
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('posteriors', () => {
  it('of each family that is chosen begin a new run, and train, with a learned σ̃ as well', async () => {
    const { page, complaints, close } = await browser.open({ hash: `${STILL}&b=1&s=1` });
    await page.getByText('More settings').click();
    // The one that it begins with is the last.
    for (const family of ['point', 'isotropic', 'full', 'box', 'diagonal'] as const) {
      await page.getByLabel('Posterior', { exact: true }).selectOption(family);
      await page.waitForFunction((name) => window.lab.frame?.family === name && window.lab.frame.step === 0, family);
      await page.waitForFunction(
        (name) => new URLSearchParams(location.hash.slice(1)).get('q') === (name === 'diagonal' ? null : name),
        family,
      );
      const trained = await page.evaluate(async () => {
        const { family: kind, plane, losses, sigma } = await window.lab.step(120);
        return {
          kind,
          tilted: plane.correlation?.some((rho) => Math.abs(rho) > 0.01) ?? false,
          round: sigma.every((value, i) => value === sigma[i ^ 1]),
          most: Math.max(...sigma),
          total: losses?.total ?? 0,
        };
      });
      expect(trained.kind).toBe(family);
      expect(trained.tilted).toBe(family === 'full');
      expect(trained.round).toBe(family === 'point' || family === 'isotropic');
      expect(trained.most > 0).toBe(family !== 'point');
      expect(trained.total).toBeGreaterThan(0);
    }

    // A σ̃ that is learned is trained along, and shown.
    await page.evaluate(() => window.lab.reset());
    await page.getByLabel('Likelihood').selectOption('gaussian-learned');
    await page.evaluate(() => window.lab.step(1));
    const before = await page.evaluate(() => window.lab.frame!.sigmaX!);
    expect(before).toBeCloseTo(0.3, 2);
    const { sigmaX, error } = await page.evaluate(async () => {
      const frame = await window.lab.step(200);
      return { sigmaX: frame.sigmaX!, error: frame.losses!.reconstruction };
    });
    expect(sigmaX).not.toBeCloseTo(before, 2);
    expect(Number.isFinite(error)).toBe(true);
    await page.getByText(`σ̃ is trained along: ${Number(sigmaX.toPrecision(3))} now`).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('the address', () => {
  it('is read when it changes by hand, faults are told, and it round-trips what the reader has set', async () => {
    const { page, complaints, close } = await browser.open({ hash: '#v=1&b=999&wat=1&play=0' });
    expect(await page.evaluate(() => window.lab.settings.beta)).toBe(0);
    await page.getByText('“b=999”').waitFor();
    await page.getByText('“wat=1”').waitFor();
    await page.getByRole('button', { name: 'Dismiss' }).first().click();
    await page.getByRole('button', { name: 'Dismiss' }).first().click();
    await expect.poll(() => page.locator('.notice').count()).toBe(0);
    const wanted = {
      beta: 2.5,
      noiseScale: 0.4,
      likelihood: 'gaussian',
      sigmaX: 0.2,
      hidden: [32, 16],
      seed: 9,
      activation: 'tanh',
    };
    await page.evaluate(() => {
      location.hash = '#v=1&b=2.5&s=0.4&l=gaussian&sx=0.2&h=32-16&r=9&a=tanh&play=0';
    });
    await expect.poll(() => page.evaluate(() => window.lab.settings)).toMatchObject(wanted);
    await page.evaluate(() => {
      window.page.set({ lang: 'zh' });
      return window.lab.set({ beta: 0.75 });
    });
    await page.waitForFunction(() => location.hash.includes('b=0.75'));
    const hash = await page.evaluate(() => location.hash);
    expect(complaints).toEqual([]);
    await close();
    const again = await browser.open({ hash });
    expect(await again.page.evaluate(() => window.lab.settings)).toMatchObject({ ...wanted, beta: 0.75 });
    expect(await again.page.evaluate(() => window.page.settings)).toMatchObject({ lang: 'zh', autoplay: false });
    expect(await again.page.evaluate(() => window.lab.store.getState().playing)).toBe(false);
    await expect.poll(() => again.page.locator('html').getAttribute('lang')).toBe('zh-Hans');
    await again.close();
  });
});

describe('language and theme', () => {
  it('switch at once and are kept in the address', async () => {
    const { page, close } = await browser.open({ hash: STILL });
    await page.getByRole('button', { name: '中文' }).click();
    await page.getByRole('button', { name: '把点变成椭圆' }).waitFor();
    await page.waitForFunction(() => location.hash.includes('lang=zh'));
    const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await paper();
    await page.getByRole('button', { name: '切换到深色' }).click();
    await expect.poll(paper).not.toBe(light);
    await page.waitForFunction(() => location.hash.includes('theme=dark'));
    await close();
  });

  it('follow the system at first, which may ask for less motion: then it trains when play is pressed', async () => {
    const { page, close } = await browser.open({ locale: 'zh-CN', colorScheme: 'dark', reducedMotion: 'reduce' });
    await page.getByRole('button', { name: '把点变成椭圆' }).waitFor();
    await expect.poll(() => page.locator('html').getAttribute('data-theme')).toBe('dark');
    expect(await page.evaluate(() => window.lab.store.getState().playing)).toBe(false);
    await page.getByRole('button', { name: '开始', exact: true }).click();
    await trainFor(page, 5);
    await close();
  });
});

describe('a phone', () => {
  it('shows everything without scrolling sideways, and a tap pins a code', async () => {
    const { page, complaints, close } = await browser.open({
      hash: STILL,
      viewport: { width: 360, height: 740 },
      hasTouch: true,
      isMobile: true,
    });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    const box = await planeBox(page);
    // Far from all centres: a tap on one selects its image.
    await page.touchscreen.tap(box.x + 0.4 * box.size, box.y - 0.4 * box.size);
    await page.locator('.pin').waitFor();
    const small = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('button, select, summary, input[type=range]')]
        // A word in a sentence is as high as its line.
        .filter((element) => element.offsetParent !== null && !element.matches('.skip, p .set, p .show'))
        .map((element) => ({
          name: element.textContent || element.ariaLabel || element.id,
          box: element.getBoundingClientRect(),
        }))
        .filter(({ box: { height } }) => height > 0 && height < 43.5)
        .map(({ name, box: { height } }) => `${name}: ${height}`),
    );
    expect(small).toEqual([]);
    // On one that is turned, too, every panel takes the whole column.
    await page.setViewportSize({ width: 640, height: 360 });
    const widthOf = async (part: string): Promise<number> => (await page.locator(part).boundingBox())!.width;
    await expect.poll(async () => (await widthOf('.lab-panels')) - (await widthOf('.loss'))).toBeCloseTo(0, 1);
    expect(complaints).toEqual([]);
    await close();
  });
});
