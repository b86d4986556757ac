import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { trainFor, useBrowser } from './site';

const browser = useBrowser();

/** Ellipses, on an engine, no faster than WebGL in software keeps up with. */
const address = (more: string): string => `#v=1&b=1&s=1&f=100&${more}`;

const select = (page: Page) => page.getByLabel('Engine');
const running = (page: Page) => page.evaluate(() => window.lab.store.getState().run!.engine);
const chosen = (page: Page, engine: string) =>
  page.waitForFunction((name) => window.lab.store.getState().run?.engine === name, engine);

/** Collects the steps and the losses of every frame from here on. */
async function record(page: Page): Promise<() => Promise<{ step: number; total: number | null }[]>> {
  await page.evaluate(() => {
    const frames: { step: number; total: number | null }[] = [];
    Object.assign(window, { recorded: frames });
    window.lab.on('frame', ({ step, losses }) => frames.push({ step, total: losses?.total ?? null }));
  });
  return () =>
    page.evaluate(() => (window as unknown as { recorded: { step: number; total: number | null }[] }).recorded);
}

/** Whether the latest frame and a measurement consist of finite numbers. */
const hasNumbers = (page: Page) =>
  page.evaluate(async () => {
    const { mu, sigma, plane, circleCoverage, pictures } = window.lab.frame!;
    // Whether the ELBO is one is no number, and ln p(x) was not asked for.
    const { training, heldOut, isBound, evidence, ...all } = await window.lab.measure();
    const measures = [all, training, heldOut!].flatMap((each) => Object.values(each).flat());
    return [
      ...mu,
      ...sigma,
      ...plane.mu,
      ...plane.sigma,
      circleCoverage,
      ...Object.values(pictures).flatMap((picture) => [...picture]),
      ...measures,
    ].every(Number.isFinite);
  });

describe('the engine', () => {
  it('is changed while training goes on, there and back, and the address keeps it', async () => {
    const { page, complaints, close } = await browser.open({ hash: address('e=simd') });
    await trainFor(page, 150);
    const recorded = await record(page);
    await select(page).selectOption('webgl');
    await chosen(page, 'webgl');
    await trainFor(page, 40);
    await page.waitForFunction(() => location.hash.includes('e=webgl'));
    await select(page).selectOption('simd');
    await chosen(page, 'simd');
    await trainFor(page, 40);
    await page.waitForFunction(() => location.hash.includes('e=simd'));
    await select(page).selectOption('auto');
    await page.waitForFunction(() => !location.hash.includes('e='));
    // Here WebGL is drawn in software, which is slower.
    expect(await running(page)).toBe('simd');
    await trainFor(page, 40);

    const frames = await recorded();
    expect(frames.map(({ step }) => step)).toEqual(frames.map(({ step }) => step).sort((a, b) => a - b));
    expect(frames[0]!.step).toBeGreaterThanOrEqual(150);
    // A fresh model's loss is above 44; one that goes on stays where it was.
    const totals = frames.flatMap(({ total }) => (total === null ? [] : [total]));
    expect(totals.length).toBeGreaterThan(3);
    expect(Math.max(...totals)).toBeLessThan(totals[0]! * 1.2);
    expect(await page.evaluate(() => window.lab.store.getState().playing)).toBe(true);
    expect(await page.locator('.notice').count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });

  it('follows the same run, whichever it is, and is changed without a step in between', async () => {
    const runs = [];
    for (const engines of [
      ['simd', 'simd', 'simd'],
      ['webgl', 'simd', 'webgl'],
    ] as const) {
      const { page, complaints, close } = await browser.open({ hash: address(`play=0&e=${engines[0]}`) });
      runs.push(
        await page.evaluate(async (names) => {
          const frames = [];
          for (const engine of names) {
            await window.lab.set({ engine });
            const { step, losses, mu } = await window.lab.step(30);
            frames.push({ engine: window.lab.store.getState().run!.engine, step, total: losses!.total, mu: [...mu] });
          }
          return frames;
        }, engines),
      );
      expect(complaints).toEqual([]);
      await close();
    }
    const [alone, relay] = runs as [(typeof runs)[0], (typeof runs)[0]];
    expect(relay.map(({ engine }) => engine)).toEqual(['webgl', 'simd', 'webgl']);
    expect(relay.map(({ step }) => step)).toEqual([30, 60, 90]);
    relay.forEach(({ total, mu }, leg) => {
      expect(Math.abs(total / alone[leg]!.total - 1)).toBeLessThan(1e-3);
      const spread = Math.max(...alone[leg]!.mu.map(Math.abs));
      const apart = Math.max(...mu.map((value, i) => Math.abs(value - alone[leg]!.mu[i]!)));
      expect(apart / spread).toBeLessThan(1e-3);
    });
  });

  it('may come with the address', async () => {
    const { page, complaints, close } = await browser.open({ hash: address('e=webgl') });
    expect(await running(page)).toBe('webgl');
    expect(await select(page).inputValue()).toBe('webgl');
    await trainFor(page, 60);
    expect(await hasNumbers(page)).toBe(true);
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('an engine whose file does not come', () => {
  /** Under whichever address it is asked for. */
  const ENGINE_SCRIPT = /\/engine-[^/]*\.js/;
  const lose = async (page: Page, files: RegExp): Promise<void> => {
    await page.route(files, (route) => route.abort('connectionrefused'));
  };

  it.each([
    {
      asked: 'webgl',
      serving: 'simd',
      files: ENGINE_SCRIPT,
      locale: 'en-US',
      says: 'The WebGL engine did not come: the network or the site did not deliver it. The model trains in WebAssembly instead.',
      again: 'Try again',
    },
    {
      asked: 'simd',
      serving: 'webgl',
      files: /\/kernel[^/]*\.wasm/,
      locale: 'en-US',
      says: 'The WebAssembly engine did not come: the network or the site did not deliver it. The model trains in WebGL instead.',
      again: 'Try again',
    },
    {
      asked: 'webgl',
      serving: 'simd',
      files: ENGINE_SCRIPT,
      locale: 'zh-CN',
      says: 'WebGL 引擎没有取到：网络或网站没有送来。模型改用 WebAssembly 训练。',
      again: '再试一次',
    },
  ])(
    'is told in words while $serving serves for $asked ($locale), and another try has it take over the run',
    async ({ asked, serving, files, locale, says, again }) => {
      const { page, close } = await browser.open({
        hash: address(`e=${asked}`),
        locale,
        before: (opened) => lose(opened, files),
      });
      const sentence = page.locator('.failure').filter({ hasText: says });
      await sentence.waitFor();
      expect(await running(page)).toBe(serving);
      await trainFor(page, 60);
      const tries = page.waitForRequest((request) => files.test(request.url()));
      await sentence.getByRole('button', { name: again }).click();
      await tries;
      await expect.poll(() => sentence.getByRole('button', { name: again }).isEnabled()).toBe(true);
      expect(await running(page)).toBe(serving);

      await page.unroute(files);
      const before = await page.evaluate(() => window.lab.frame!.step);
      const recorded = await record(page);
      await sentence.getByRole('button', { name: again }).click();
      await chosen(page, asked);
      await sentence.waitFor({ state: 'detached' });
      await trainFor(page, 20);
      expect((await recorded())[0]!.step).toBeGreaterThanOrEqual(before);
      expect(await page.evaluate(() => location.hash)).toContain(`e=${asked}`);
      await close();
    },
  );

  it('is told until the reader has read it', async () => {
    const { page, close } = await browser.open({
      hash: address('e=webgl'),
      before: (opened) => lose(opened, ENGINE_SCRIPT),
    });
    const sentence = page.locator('.failure').filter({ hasText: 'The WebGL engine did not come' });
    await sentence.getByRole('button', { name: 'Dismiss' }).click();
    await sentence.waitFor({ state: 'detached' });
    await trainFor(page, 20);
    expect(await sentence.count()).toBe(0);
    await close();
  });
});

describe('a learning rate of 100', () => {
  it.each(['simd', 'webgl'])('stops the run and is told on %s; with a lower one it goes on', async (engine) => {
    const { page, complaints, close } = await browser.open({ hash: address(`e=${engine}`) });
    await trainFor(page, 20);
    await page.evaluate(() => window.lab.set({ learningRate: 100 }));
    const notice = page.locator('.notice').filter({ hasText: 'lower the learning rate' });
    await notice.waitFor();
    await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
    expect(await page.evaluate(() => window.lab.store.getState().playing)).toBe(false);
    const restored = await page.evaluate(async () => {
      const { step, values } = await window.lab.save();
      return { step, finite: values.every(Number.isFinite) };
    });
    expect(restored.finite).toBe(true);
    await page.waitForFunction((step) => window.lab.frame!.step === step, restored.step);
    expect(await hasNumbers(page)).toBe(true);

    await notice.getByRole('button', { name: 'Dismiss' }).click();
    await page.evaluate(() => window.lab.set({ learningRate: 0.001 }));
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await trainFor(page, 60);
    expect(await hasNumbers(page)).toBe(true);
    expect(await page.evaluate(() => window.lab.frame!.losses!.total)).toBeLessThan(60);
    expect(await page.locator('.notice').count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('codes of other dimensions', () => {
  it.each([1, 3, 8])('%i axes: the plane is drawn, and every number is one', async (latent) => {
    const { page, complaints, close } = await browser.open({ hash: address(`z=${latent}&e=simd`) });
    await trainFor(page, 100);
    await page.evaluate(() => window.lab.step(0));
    expect(await page.evaluate(() => window.lab.frame!.mu.length)).toBe(1797 * latent);
    expect(await page.evaluate(() => window.lab.frame!.plane.mu.length)).toBe(1797 * 2);
    await page.locator('.plane-stage canvas').first().waitFor();
    expect(await hasNumbers(page)).toBe(true);
    const covered = Number.parseFloat((await page.locator('.coverage b').textContent())!);
    expect(covered).toBeGreaterThanOrEqual(0);
    expect(covered).toBeLessThanOrEqual(100);
    const { momentIdentity, axes } = await page.evaluate(() => window.lab.measure());
    expect(momentIdentity).toHaveLength(latent);
    expect(axes.every((axis) => axis < latent)).toBe(true);
    await page.getByText('More settings').click();
    await page.getByLabel('Axes of a code').waitFor();
    expect(await page.getByLabel('Axis to the right').count()).toBe(latent > 2 ? 1 : 0);
    expect(complaints).toEqual([]);
    await close();
  });

  it('3 axes: the reader chooses which two are shown', async () => {
    const { page, complaints, close } = await browser.open({ hash: address('z=3&play=0&e=simd') });
    await page.evaluate(() => window.lab.step(50));
    await page.getByText('More settings').click();
    await page.getByLabel('Axis to the right').selectOption('3');
    await page.getByLabel('Axis upwards').selectOption('1');
    await page.waitForFunction(() => window.lab.frame!.plane.axes.join() === '2,0');
    const { plane, mu } = await page.evaluate(() => {
      const { frame } = window.lab;
      return { plane: [...frame!.plane.mu.subarray(0, 4)], mu: [...frame!.mu.subarray(0, 6)] };
    });
    expect(plane).toEqual([mu[2], mu[0], mu[5], mu[3]]);
    await page.waitForFunction(() => location.hash.includes('zx=3') && location.hash.includes('zy=1'));
    // A pin there is decoded with the axis that is not shown at 0.
    const [pinned, decoded] = await page.evaluate(async () => {
      window.lab.show('a code', { kind: 'decode', points: Float32Array.of(0.7, -0.4) });
      await new Promise<void>((resolve) => {
        const end = window.lab.on('frame', ({ pictures }) => {
          if (pictures['a code'] === undefined) return;
          end();
          resolve();
        });
      });
      return [[...window.lab.frame!.pictures['a code']!], [...(await window.lab.decode([-0.4, 0, 0.7]))]];
    });
    pinned!.forEach((value, i) => {
      expect(value).toBeCloseTo(decoded![i]!, 6);
    });
    expect(complaints).toEqual([]);
    await close();
  });
});
