/** One step in slow motion, and the reparameterisation of one image, as a reader opens and uses them. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { planeBox, STILL, useBrowser } from './site';

const browser = useBrowser();

const EVEN = `${STILL}&b=1&s=1&e=simd`;

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** Waits until a stage is shown, and nothing moves. */
const shown = async (page: Page, stage: string): Promise<void> => {
  await page.locator(`.slow[data-stage="${stage}"]`).waitFor();
  await page.waitForFunction((name) => {
    const { slow } = window.lab.staged.getState();
    return slow?.stage === name && slow.progress === 1 && (name !== 'move' || slow.after !== null);
  }, stage);
};

describe('one step in slow motion', () => {
  it('is gone through by keyboard, from the batch to the move, and is the step that is then taken', async () => {
    const { page, complaints, close } = await browser.open({ hash: EVEN, reducedMotion: 'reduce' });
    await page.evaluate(() => window.lab.step(200));
    await page.getByText('One step in slow motion').focus();
    await page.keyboard.press('Enter');
    await page.locator('.slow[data-step="200"]').waitFor();
    // Where the panel has moved to is beside the plane.
    const [plane, panel] = [await planeBox(page), (await page.locator('.staged[open]').boundingBox())!];
    expect(panel.x).toBeGreaterThan(plane.x + plane.size / 2);
    expect(panel.y).toBeLessThan(plane.y);

    await shown(page, 'batch');
    await expect.poll(() => page.locator('.slow-motion .slow-batch').count()).toBe(64);
    await expect
      .poll(() => page.locator('.slow-says').textContent())
      .toContain('Step 201 looks at a batch of 64 images');
    const next = async (stage: string): Promise<void> => {
      await page.keyboard.press('ArrowRight');
      await shown(page, stage);
    };
    // Keys serve from the heading, where the focus is, and from the buttons.
    await next('ellipses');
    await page.getByRole('button', { name: 'Next stage' }).focus();
    await expect.poll(() => page.locator('.slow-motion .slow-outline').count()).toBe(5);
    await next('noise');
    await next('sample');
    const unit = Number(await page.locator('circle.prior-1').getAttribute('r'));
    const step = await page.evaluate(() => {
      const { images, losses } = window.lab.staged.getState().slow!.step!;
      return {
        losses,
        images: images.map(({ index, codes, slopes, reconstruction }) => ({
          index,
          codes: [...codes],
          reconstruction,
          onMu: [...slopes.reconstruction.mu],
        })),
      };
    });
    const dot = (await page.locator('.slow-motion .slow-dot').first().boundingBox())!;
    expect(dot.x + dot.width / 2).toBeCloseTo(plane.x + step.images[0]!.codes[0]! * unit, 0);
    expect(dot.y + dot.height / 2).toBeCloseTo(plane.y - step.images[0]!.codes[1]! * unit, 0);
    await next('decode');
    await expect.poll(() => page.locator('.slow-images canvas').count()).toBe(10);
    await next('loss');
    expect(await page.locator('.slow-says').textContent()).toContain(
      `R = ${step.losses.reconstruction.toFixed(1)} nats`,
    );
    await next('pulls');
    // Of each image and each pull: at the centre, and at four ends.
    await expect.poll(() => page.locator('.slow-motion .pull-reconstruction').count()).toBe(25);
    await expect.poll(() => page.locator('.slow-motion .pull-regulariser').count()).toBe(25);
    const first = (await page.locator('.slow-images li').first().locator('dd').first().textContent())!;
    const [x] = first.replaceAll('−', '-').replace('(', '').split(',').map(Number);
    expect(x).toBeCloseTo(-step.images[0]!.onMu[0]!, 2);

    await next('move');
    expect(await page.evaluate(() => window.lab.frame!.step)).toBe(201);
    await expect.poll(() => page.locator('.slow-motion .slow-before').count()).toBe(5);
    await expect.poll(() => page.locator('.slow-says').textContent()).toMatch(/\d times as large|true scale/);
    await page.keyboard.press('ArrowRight');
    await page.locator('.slow[data-step="201"]').waitFor();
    await shown(page, 'batch');

    await page.keyboard.press('Escape');
    await page.locator('.slow').waitFor({ state: 'detached' });
    await page.waitForFunction(() => document.querySelector('.slow-motion > *') === null);
    expect(await page.evaluate(() => window.lab.store.getState().playing)).toBe(false);
    expect(complaints).toEqual([]);
    await close();
  });

  it('pauses a lab that trains, which goes on when it is left', async () => {
    const { page, complaints, close } = await browser.open({ hash: '#v=1&b=1&s=1&e=simd&f=100' });
    await page.waitForFunction(() => window.lab.frame!.step > 20);
    await page.getByText('One step in slow motion').click();
    await page.locator('.slow[data-step]').waitFor();
    const at = Number(await page.locator('.slow').getAttribute('data-step'));
    expect(await page.evaluate(() => window.lab.frame!.step)).toBe(at);
    expect(await page.evaluate(() => window.lab.store.getState().playing)).toBe(false);
    // Its numbers follow the sliders.
    await page.getByRole('button', { name: 'Two pulls' }).click();
    await shown(page, 'pulls');
    const numbers = (): Promise<string[]> => page.locator('.slow-images [data-of="regulariser"] dd').allTextContents();
    const before = await numbers();
    await page.evaluate(() => window.lab.set({ beta: 8 }));
    await expect.poll(numbers).not.toEqual(before);
    await expect.poll(() => page.locator('.slow').getAttribute('data-stage')).toBe('pulls');
    await page.getByRole('button', { name: 'Leave slow motion' }).click();
    await page.waitForFunction((step) => window.lab.frame!.step > step + 5, at);
    expect(complaints).toEqual([]);
    await close();
  });

  it('leaves the plane to be seen on a phone, in Chinese, with tilted ellipses', async () => {
    const { page, complaints, close } = await browser.open({ hash: `${EVEN}&q=full`, locale: 'zh-CN', ...PHONE });
    await page.getByText('慢动作看一步训练').tap();
    await page.locator('.slow[data-step="0"]').waitFor();
    const plane = (await page.locator('.plane-stage').boundingBox())!;
    const drawer = (await page.locator('.staged[open]').boundingBox())!;
    expect(plane.y).toBeGreaterThanOrEqual(0);
    expect(drawer.y).toBeGreaterThanOrEqual(plane.y + plane.height - 1);
    expect(drawer.y + drawer.height).toBeLessThanOrEqual(845);
    for (const name of ['上一阶段', '自动播放', '下一阶段', '走完这一步', '退出慢动作']) {
      const button = (await page.getByRole('button', { name }).boundingBox())!;
      expect(Math.min(button.width, button.height), name).toBeGreaterThanOrEqual(44);
    }
    await page.getByRole('button', { name: '走完这一步' }).tap();
    await page.locator('.slow[data-step="1"]').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    // A script leads as well, and the panel follows it.
    await page.evaluate(async () => (await window.lab.slowMotion()).go('pulls'));
    await shown(page, 'pulls');
    await expect.poll(() => page.locator('.slow-images dt').allTextContents()).toContain('R 对 L');
    await page.evaluate(async () => (await window.lab.slowMotion()).leave());
    await page.locator('.slow').waitFor({ state: 'detached' });
    // One drawer at a time, and none over the card of an image.
    await page.evaluate(() => window.lab.selection.select(17));
    for (const place of [0, 1, 2]) {
      await page.locator('.staged > summary').nth(place).tap();
      await page.waitForFunction(
        (opened) =>
          [...document.querySelectorAll<HTMLDetailsElement>('.staged')].every(({ open }, i) => open === (i === opened)),
        place,
      );
    }
    // The card scrolls with the page, away from under the drawer.
    const held = (selector: string): Promise<string> =>
      page.locator(selector).evaluate((element) => getComputedStyle(element).position);
    expect([await held('.staged[open]'), await held('.sample')]).toEqual(['sticky', 'static']);
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('the reparameterisation', () => {
  it('moves z in the ellipse as ε is dragged, with its decode, by mouse and by keys', async () => {
    const { page, complaints, close } = await browser.open({ hash: `${EVEN}&x=17` });
    await page.evaluate(() => window.lab.step(100));
    await page.locator('#lab').getByText('The reparameterisation trick').click();
    await page.locator('.noise-code[data-step="100"]').waitFor();
    const pad = (await page.locator('.noise-pad').boundingBox())!;
    await page.mouse.move(pad.x + pad.width / 2, pad.y + pad.height / 2);
    await page.mouse.down();
    // ε = (1.5, −1) on a pad of ±3.
    await page.mouse.move(pad.x + 0.75 * pad.width, pad.y + (2 / 3) * pad.height, { steps: 4 });
    await page.mouse.up();
    const held = () => page.evaluate(() => window.lab.staged.getState().noise);
    expect((await held())!.map((value) => Math.round(10 * value) / 10)).toEqual([1.5, -1]);
    const plane = await planeBox(page);
    const unit = Number(await page.locator('circle.prior-1').getAttribute('r'));
    /** Where z is to be, by the posterior of image 17 in the frame. */
    const codeOf = () =>
      page.evaluate(() => {
        const { mu, sigma } = window.lab.frame!;
        const noise = window.lab.staged.getState().noise!;
        return [mu[34]! + sigma[34]! * noise[0], mu[35]! + sigma[35]! * noise[1]] as const;
      });
    const drawn = async (): Promise<[number, number]> => {
      const dot = (await page.locator('.sampled .sampled-code').boundingBox())!;
      return [(dot.x + dot.width / 2 - plane.x) / unit, (plane.y - dot.y - dot.height / 2) / unit];
    };
    const isThere = async (): Promise<boolean> => {
      const [code, dot] = [await codeOf(), await drawn()];
      return Math.hypot(code[0] - dot[0], code[1] - dot[1]) < 0.02;
    };
    await expect.poll(isThere).toBe(true);
    const picture = () => page.evaluate(() => [...window.lab.frame!.pictures.reparameterise!]);
    const before = await picture();
    const [x, y] = await codeOf();
    const decoded = await page.evaluate((code) => window.lab.decode(code).then((image) => [...image]), [x, y]);
    before.forEach((value, i) => {
      expect(value).toBeCloseTo(decoded[i]!, 3);
    });

    await page.locator('.noise-thumb').focus();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowLeft');
    const [ex, ey] = (await held())!;
    expect([ex, ey]).toEqual([expect.closeTo(1.4, 1), expect.closeTo(-0.9, 1)]);
    await expect.poll(isThere).toBe(true);
    expect(await picture()).not.toEqual(before);
    await page.getByRole('button', { name: 'Draw ε anew' }).click();
    expect(await held()).not.toEqual([ex, ey]);
    await page.locator('#lab').getByText('The reparameterisation trick').click();
    await page.waitForFunction(() => document.querySelector('.sampled > *') === null);
    expect(complaints).toEqual([]);
    await close();
  });

  it('goes on while the lab trains, and is a square for rectangles, on a phone', async () => {
    const { page, complaints, close } = await browser.open({ hash: `${EVEN}&q=box`, ...PHONE });
    await page.locator('#lab').getByText('The reparameterisation trick').tap();
    await page.locator('.noise-pad rect').waitFor();
    await page.evaluate(async () => {
      const held = await window.lab.reparameterise();
      held.redraw();
      window.lab.play();
    });
    const step = () => page.locator('.noise-code').getAttribute('data-step').then(Number);
    await expect.poll(step).toBeGreaterThan(30);
    const thumb = (await page.locator('.noise-thumb').boundingBox())!;
    expect(Math.min(thumb.width, thumb.height)).toBeGreaterThanOrEqual(44);
    const pad = (await page.locator('.noise-pad').boundingBox())!;
    await page.touchscreen.tap(pad.x + pad.width - 3, pad.y + pad.height / 2);
    // Noise of a box ends at √3.
    const held = () => page.evaluate(() => window.lab.staged.getState().noise!);
    expect((await held())[0]).toBeCloseTo(Math.sqrt(3), 6);

    // Of one axis the pad has no other; of three it says which the numbers are of, and what the third is.
    const text = () => page.locator('.noise-code').textContent();
    await page.evaluate(() => window.lab.set({ latent: 1 }));
    await expect.poll(text).toMatch(/= −?[\d.]+, s = 1$/);
    await page.locator('.noise-thumb').press('ArrowUp');
    expect((await held())[1]).toBe(0);
    await expect.poll(() => page.locator('.noise-thumb').getAttribute('aria-valuetext')).toMatch(/^ε [\d.]+$/);
    await page.evaluate(() => window.lab.set({ latent: 3 }));
    await expect.poll(text).toMatch(/= \(z[₁₂] −?[\d.]+, z[₂₃] −?[\d.]+\), s = 1$/);
    await page.getByText('on the others ε is 0').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});
