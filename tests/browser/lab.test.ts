import { describe, expect, it } from 'vitest';
import { planeBox, STILL, takesKeys, trainFor, useBrowser } from './site';

const browser = useBrowser();

describe('the page', () => {
  it('opens training on real digits as an autoencoder, and the loss falls', async () => {
    const { page, complaints, close } = await browser.open();
    expect(await page.evaluate(() => window.lab.dataset!.n)).toBe(1797);
    expect(await page.evaluate(() => window.lab.settings)).toMatchObject({ beta: 0, noiseScale: 0 });
    await trainFor(page, 20);
    const [early, late] = await page.evaluate(async () => {
      const { lab } = window;
      lab.pause();
      await lab.reset();
      await lab.step(20);
      const first = await lab.measure();
      await lab.step(600);
      return [first, await lab.measure()] as const;
    });
    expect(late.reconstruction).toBeLessThan(early.reconstruction - 1);
    expect(late.coverage1).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });

  it('turns points into ellipses that cover the unit circle', async () => {
    const { page, complaints, close } = await browser.open();
    await trainFor(page, 200);
    expect(await page.evaluate(() => window.lab.frame!.circleCoverage)).toBeLessThan(0.2);
    await page.getByRole('button', { name: 'Turn points into ellipses' }).click();
    await page.waitForFunction(() => window.lab.settings.beta === 1 && window.lab.settings.noiseScale === 1);
    await page.waitForFunction(() => window.lab.frame!.circleCoverage > 0.9);
    // The number on the page is the frame's own.
    await page.getByRole('button', { name: 'Pause' }).click();
    const shown = await page.locator('.coverage b').textContent();
    expect(Number.parseInt(shown!, 10)).toBeGreaterThan(90);
    expect(complaints).toEqual([]);
    await close();
  });

  it('draws ellipses at true scale', async () => {
    const { page, close } = await browser.open({ hash: STILL });
    // One unit on the plane is what the unit circle has for a radius.
    const { size } = await planeBox(page);
    const circle = await page.locator('circle.prior-1').getAttribute('r');
    await page.evaluate(() => window.lab.set({ noiseScale: 1 }));
    await page.waitForFunction(() => window.lab.frame!.noiseScale === 1);
    const index = 17;
    const code = await page.evaluate((i) => {
      const { mu, sigma } = window.lab.frame!;
      return { x: mu[2 * i]!, y: mu[2 * i + 1]!, a: sigma[2 * i]!, b: sigma[2 * i + 1]! };
    }, index);
    const unit = Number(circle);
    const box = await planeBox(page);
    await page.mouse.move(box.x + code.x * unit, box.y - code.y * unit);
    const ellipse = page.locator('.focus .outline');
    await ellipse.waitFor({ state: 'attached' });
    expect(Number(await ellipse.getAttribute('rx')) / unit).toBeCloseTo(code.a, 5);
    expect(Number(await ellipse.getAttribute('ry')) / unit).toBeCloseTo(code.b, 5);
    expect(size).toBeGreaterThan(unit * 6);
    await close();
  });

  it('gives the same run for the same address, and after a reset, number for number', async () => {
    const runs = [];
    for (let i = 0; i < 2; i++) {
      const { page, close } = await browser.open({ hash: '#v=1&b=0.5&s=1&r=7&play=0&e=simd' });
      runs.push(
        ...(await page.evaluate(async () => {
          const run = async () => {
            const { step, losses, mu, sigma } = await window.lab.step(60);
            return { step, losses, mu: [...mu], sigma: [...sigma] };
          };
          const first = await run();
          await window.lab.reset();
          return [first, await run()];
        })),
      );
      await close();
    }
    expect(runs[0]!.step).toBe(60);
    for (const run of runs) expect(run).toEqual(runs[0]);
  });

  it('rests in a hidden tab and off screen', async () => {
    const { page, close } = await browser.open({ viewport: { width: 1280, height: 600 } });
    await trainFor(page, 5);
    const stepsOfTenFrames = (): Promise<number> =>
      page.evaluate(async () => {
        const before = (await window.lab.save()).step;
        for (let i = 0; i < 10; i++) await new Promise(requestAnimationFrame);
        return (await window.lab.save()).step - before;
      });
    expect(await stepsOfTenFrames(), 'in sight').toBeGreaterThan(0);
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    // Steps stand still while the page draws on.
    await expect.poll(stepsOfTenFrames).toBe(0);
    expect(await page.evaluate(() => window.lab.store.getState().playing)).toBe(true);
    await page.evaluate(() => window.scrollTo(0, 0));
    await trainFor(page, 5);

    const showTab = (state: DocumentVisibilityState): Promise<void> =>
      page.evaluate((value) => {
        Object.defineProperty(document, 'visibilityState', { configurable: true, value });
        document.dispatchEvent(new Event('visibilitychange'));
      }, state);
    await showTab('hidden');
    await expect.poll(stepsOfTenFrames).toBe(0);
    await showTab('visible');
    await trainFor(page, 5);
    await close();
  });
});

describe('the encoding of many images', () => {
  it('has frames go on meanwhile, whose steps go on, too', async () => {
    const { page, complaints, close } = await browser.open({ hash: '#v=1&b=1&s=1&e=simd' });
    await trainFor(page, 10);
    const { steps, codes } = await page.evaluate(async () => {
      const { lab } = window;
      const { images, n } = lab.dataset!;
      const times = 40;
      const many = new Float32Array(times * images.length);
      for (let i = 0; i < times; i++) many.set(images, i * images.length);
      const seen: number[] = [];
      const stop = lab.on('frame', ({ step }) => seen.push(step));
      const { mu } = await lab.encode(many);
      stop();
      return { steps: seen, codes: mu.length / 2 / (n * times) };
    });
    expect(codes).toBe(1);
    expect(new Set(steps).size).toBeGreaterThan(1);
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('pins and the lens', () => {
  it('decode what is under them', async () => {
    const { page, complaints, close } = await browser.open({ hash: STILL });
    const box = await planeBox(page);
    const unit = Number(await page.locator('circle.prior-1').getAttribute('r'));
    await page.mouse.move(box.x + 0.5 * unit, box.y - 1.25 * unit);
    await page.waitForFunction(() =>
      Object.values(window.lab.frame!.view.requests).some((r) => r.kind === 'decode' && r.points.length === 2),
    );
    const lens = await page.evaluate(async () => {
      const { view, pictures } = window.lab.frame!;
      const [key, request] = Object.entries(view.requests).find(
        ([, r]) => r.kind === 'decode' && r.points.length === 2,
      )!;
      const points = (request as { points: Float32Array }).points;
      return { z: [...points], shown: [...pictures[key]!], decoded: [...(await window.lab.decode(points))] };
    });
    expect(lens.z[0]).toBeCloseTo(0.5, 1);
    expect(lens.z[1]).toBeCloseTo(1.25, 1);
    lens.shown.forEach((value, i) => {
      expect(value).toBeCloseTo(lens.decoded[i]!, 5);
    });
    await expect.poll(() => page.locator('.lens').textContent()).toContain('z (0.5');

    await page.mouse.click(box.x + 0.5 * unit, box.y - 1.25 * unit);
    const pin = page.getByRole('button', { name: /^Pin A/ });
    await pin.waitFor();
    const place = async (): Promise<{ x: number; y: number }> => {
      const [, x, y] = /\((.+), (.+)\)/.exec((await pin.getAttribute('aria-label'))!)!;
      // A true minus is no sign that Number knows.
      const [left, up] = [x!, y!].map((text) => Number(text.replace('−', '-')));
      return { x: left!, y: up! };
    };

    // Dragged by the mouse.
    const at = (await pin.locator('.pin-dot').boundingBox())!;
    await page.mouse.move(at.x + at.width / 2, at.y + at.height / 2);
    await page.mouse.down();
    await page.mouse.move(at.x + at.width / 2 + unit, at.y + at.height / 2 + unit, { steps: 4 });
    await page.mouse.up();
    const moved = await place();
    expect(moved.x).toBeCloseTo(1.5, 1);
    expect(moved.y).toBeCloseTo(0.25, 1);

    // Nudged and removed by keys.
    await pin.focus();
    await page.keyboard.press('ArrowRight');
    expect((await place()).x).toBeGreaterThan(moved.x);
    await page.keyboard.press('Delete');
    await expect.poll(() => pin.count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });

  it('can be reached by keys alone', async () => {
    const { page, close } = await browser.open({ hash: STILL });
    await takesKeys(page);
    await page.locator('.plane-stage > svg').focus();
    await page.keyboard.press('ArrowUp');
    await page.waitForFunction(() =>
      Object.values(window.lab.frame!.view.requests).some((r) => r.kind === 'decode' && r.points.length === 2),
    );
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.pin').count()).toBe(1);
    await close();
  });
});

describe('zoom and pan', () => {
  it('moves the window, the grid follows, and a double click gives the window back', async () => {
    const { page, close } = await browser.open({ hash: STILL });
    const unit = () => page.locator('circle.prior-1').getAttribute('r').then(Number);
    const spacing = () =>
      page.evaluate(() => {
        const grid = Object.values(window.lab.frame!.view.requests).find(
          (r) => r.kind === 'decode' && r.points.length > 2,
        )!;
        const { points } = grid as { points: Float32Array };
        return points[2]! - points[0]!;
      });
    // What asks for the grid comes after the first picture.
    await page.waitForFunction(() =>
      Object.values(window.lab.frame!.view.requests).some((r) => r.kind === 'decode' && r.points.length > 2),
    );
    const before = { unit: await unit(), spacing: await spacing() };
    // Until what the plane does with a pointer has come, the wheel scrolls the page.
    await page.locator('.plane-stage > svg[style*="touch-action"]').waitFor();
    const box = await planeBox(page);
    await page.mouse.move(box.x, box.y);
    await page.mouse.wheel(0, -400);
    await expect.poll(unit).toBeGreaterThan(before.unit * 1.3);
    await expect.poll(spacing).toBeLessThan(before.spacing / 1.3);
    // Wherever it is, the grid tiles the window: its spacing times its cells is the window's side.
    const zoomed = await unit();
    await expect.poll(async () => (await spacing()) * 15 * zoomed).toBeCloseTo(box.size, 0);

    const centre = () => page.locator('circle.prior-1').getAttribute('cx').then(Number);
    const from = await centre();
    await page.mouse.move(box.x, box.y);
    await page.mouse.down();
    await page.mouse.move(box.x + 60, box.y, { steps: 4 });
    await page.mouse.up();
    await expect.poll(async () => (await centre()) - from).toBeCloseTo(60, 0);
    expect(await page.locator('.pin').count()).toBe(0);

    // The end of a drag swallows the click that belongs to it, until the page's next task.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
    await page.mouse.dblclick(box.x + 40, box.y + 90);
    await expect.poll(unit).toBeCloseTo(before.unit, 3);
    expect(await page.locator('.pin').count()).toBe(0);
    await close();
  });
});
