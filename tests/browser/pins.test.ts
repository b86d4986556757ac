/** Pins, the path through them and A − B + C, as a reader uses them. */
import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { planeBox, STILL, takesKeys, useBrowser } from './site';

const browser = useBrowser();

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;

/** The pins as scripts have them. */
const pinsOf = (page: Page) => page.evaluate(() => window.lab.pins.all.map(({ name, x, y }) => ({ name, x, y })));

/** Where a code is in the window of the browser. */
async function placeOf(page: Page, x: number, y: number): Promise<{ x: number; y: number }> {
  const box = await planeBox(page);
  const unit = Number(await page.locator('circle.prior-1').getAttribute('r'));
  return { x: box.x + x * unit, y: box.y - y * unit };
}

/** What the decoder makes of the codes at equal steps along the path, computed by itself, against the strip's request. */
const stripOf = (page: Page) =>
  page.evaluate(async () => {
    const { stops } = window.lab.pins.path.marks;
    const [key, request] = Object.entries(window.lab.frame!.view.requests).find(
      ([, r]) => r.kind === 'decode' && r.points.length === 2 * stops,
    )!;
    const points = [...(request as { points: Float32Array }).points];
    return {
      stops,
      points,
      shown: [...window.lab.frame!.pictures[key]!],
      decoded: [...(await window.lab.decode(points))],
    };
  });

it('two clicks make a path whose strip is what the decoder draws along it; a tile marks its place, and a place its tile', async () => {
  const { page, complaints, close } = await browser.open({
    hash: `${STILL}&e=simd`,
    viewport: { width: 1280, height: 900 },
  });
  const at = await placeOf(page, 2.5, 1);
  await page.mouse.click(at.x, at.y);
  await page.locator('.pin-list li').waitFor();
  await expect.poll(() => page.locator('.pin-path').count()).toBe(0);
  const other = await placeOf(page, -2.5, 1);
  await page.mouse.click(other.x, other.y);
  await page.locator('.path-images canvas[data-step="0"]').waitFor();
  await page.evaluate(() => window.lab.step(30));
  await page.locator('.path-images canvas[data-step="30"]').waitFor();
  const { stops, points, shown, decoded } = await stripOf(page);
  expect(stops).toBeGreaterThan(7);
  const [a, b] = await pinsOf(page);
  for (let i = 0; i < stops; i++) {
    expect(points[2 * i]).toBeCloseTo(a!.x + (i / (stops - 1)) * (b!.x - a!.x), 4);
    expect(points[2 * i + 1]).toBeCloseTo(a!.y + (i / (stops - 1)) * (b!.y - a!.y), 4);
  }
  shown.forEach((value, i) => {
    expect(value).toBeCloseTo(decoded[i]!, 5);
  });

  await page.getByRole('slider', { name: 'Place on the path' }).hover({ position: { x: 4, y: 20 } });
  const mark = page.locator('.path-at');
  await mark.waitFor();
  const middleOf = async (element: Locator): Promise<[number, number]> => {
    const { x, y, width, height } = (await element.boundingBox())!;
    return [x + width / 2, y + height / 2];
  };
  const dots = page.locator('.plane-stage .pin-dot');
  // The window eases after the steps: what is compared while it moves was measured at two moments.
  await expect
    .poll(async () => {
      const [dot, marked] = [await middleOf(dots.nth(0)), await middleOf(mark)];
      return Math.hypot(marked[0] - dot[0], marked[1] - dot[1]);
    })
    .toBeLessThan(1);
  const [first, second] = [await middleOf(dots.nth(0)), await middleOf(dots.nth(1))];
  const middle = { x: (first[0] + second[0]) / 2, y: (first[1] + second[1]) / 2 };
  await page.mouse.move(middle.x, middle.y);
  await expect.poll(() => page.evaluate(() => window.lab.pins.path.marks.at)).toBeCloseTo(0.5, 1);
  await page.locator('.path-here').waitFor();
  await page.mouse.move(middle.x, middle.y + 60);
  await page.locator('.path-here').waitFor({ state: 'detached' });

  // Walks from end to end by itself.
  await page.getByRole('button', { name: 'Go along the path' }).click();
  await page.waitForFunction(() => (window.lab.pins.path.marks.at ?? 0) > 0.02);
  await page.getByRole('button', { name: 'Stop' }).click();
  const rest = await page.evaluate(() => window.lab.pins.path.marks.at);
  expect(rest).toBeLessThan(1);

  // Of more axes than the plane's they are whole codes, and decoded as such.
  await page.evaluate(() => window.lab.set({ latent: 3 }));
  await page.waitForFunction(() => window.lab.frame!.latent === 3);
  const code = [0.5, -1, 2];
  const pinned = await page.evaluate((given) => window.lab.pins.add(0, 0, undefined, given), code);
  const axes = await page.evaluate(() => window.lab.frame!.plane.axes);
  expect(pinned).toMatchObject({ x: code[axes[0]], y: code[axes[1]], code });
  await page.locator('.pin-list .pin-whole', { hasText: '(0.50, −1.00, 2.00)' }).waitFor();
  const drawn = () =>
    page.evaluate(async (given) => {
      const { view, pictures } = window.lab.frame!;
      const decoded = await window.lab.decode(given);
      const seen = Object.entries(view.requests).flatMap(([key, request]) =>
        request.kind === 'codes' && request.codes.length === 9 ? [[...pictures[key]!].slice(-decoded.length)] : [],
      );
      return seen.some((image) => image.every((value, i) => Math.abs(value - decoded[i]!) < 1e-4));
    }, code);
  await expect.poll(drawn).toBe(true);
  expect(complaints).toEqual([]);
  await close();
});

it('by keyboard: pins, names, order, a path and a sum, all of it in the address, which shows the same elsewhere', async () => {
  const { page, complaints, close } = await browser.open({ hash: `${STILL}&e=simd` });
  const plane = page.locator('.plane-stage > svg');
  await takesKeys(page);
  await plane.focus();
  for (const key of [
    'ArrowRight',
    'Enter',
    'ArrowUp',
    'ArrowUp',
    'Enter',
    'ArrowLeft',
    'ArrowLeft',
    'ArrowLeft',
    'Enter',
  ])
    await page.keyboard.press(key);
  await page.locator('.pin-list li').nth(2).waitFor();
  expect((await pinsOf(page)).map(({ name }) => name)).toEqual(['A', 'B', 'C']);
  await page.getByRole('textbox', { name: 'Name of pin B' }).focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('七; 50%');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Move pin C up the list' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await pinsOf(page)).map(({ name }) => name)).toEqual(['A', 'C', '七; 50%']);
  // The focus stays with the button, so that it can be pressed again.
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await pinsOf(page)).map(({ name }) => name)).toEqual(['C', 'A', '七; 50%']);

  await page.getByText('Arithmetic C − A + 七; 50%').focus();
  await page.keyboard.press('Enter');
  const subtracted = page.getByRole('combobox', { name: 'B, which is taken away' });
  await subtracted.focus();
  await page.keyboard.press('ArrowUp');
  await expect.poll(() => page.evaluate(() => window.lab.pins.arithmetic.places)).toEqual([0, 0, 2]);
  await subtracted.focus();
  await page.keyboard.press('End');
  await expect.poll(() => page.evaluate(() => window.lab.pins.arithmetic.places)).toEqual([0, 2, 2]);
  await page.getByRole('button', { name: 'Pin the result' }).focus();
  await page.keyboard.press('Enter');
  const pins = await pinsOf(page);
  expect(pins[3]).toMatchObject({ name: 'D', x: pins[0]!.x, y: pins[0]!.y });
  await page.locator('.arrow').first().waitFor({ state: 'attached' });

  const pin = page.getByRole('button', { name: /^Pin C, code/ });
  await pin.focus();
  const before = (await pinsOf(page))[0]!.x;
  await page.keyboard.press('Shift+ArrowRight');
  const fine = (await pinsOf(page))[0]!.x - before;
  await page.keyboard.press('ArrowRight');
  expect((await pinsOf(page))[0]!.x - before - fine).toBeCloseTo(10 * fine, 6);
  await page.keyboard.press('Delete');
  await expect.poll(async () => (await pinsOf(page)).length).toBe(3);
  await page.evaluate(() => window.lab.pins.arithmetic.choose([2, 1, 0]));
  await page.waitForFunction(() => /&ar=3,2,1/.test(location.hash));
  const shown = { pins: await pinsOf(page), summaries: await page.locator('.pin-path summary').allTextContents() };
  const other = await browser.open({ url: page.url() });
  await other.page.locator('.arrow').first().waitFor({ state: 'attached' });
  await other.page.locator('.sum-line').waitFor();
  const there = await pinsOf(other.page);
  expect(there.map(({ name }) => name)).toEqual(shown.pins.map(({ name }) => name));
  await expect.poll(() => other.page.locator('.pin-path summary').allTextContents()).toEqual(shown.summaries);
  expect([...complaints, ...other.complaints]).toEqual([]);
  await other.close();
  await close();
});

it('by finger: a pin is dragged, the strip marks where it is touched, and the code of a selected image is pinned', async () => {
  const { page, complaints, close } = await browser.open({
    hash: `${STILL}&e=simd&p=2,1;-2,1,七`,
    locale: 'zh-CN',
    ...PHONE,
  });
  await page.locator('.path-images canvas[data-step="0"]').waitFor();
  const { x, y } = (await page.locator('.plane-stage .pin-dot').first().boundingBox())!;
  const touch = await page.context().newCDPSession(page);
  const finger = (type: 'touchStart' | 'touchMove' | 'touchEnd', dx = 0, dy = 0) =>
    touch.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: type === 'touchEnd' ? [] : [{ x: x + 7 + dx, y: y + 7 + dy }],
    });
  const unit = Number(await page.locator('circle.prior-1').getAttribute('r'));
  const scrolled = await page.evaluate(() => window.scrollY);
  await finger('touchStart');
  for (const share of [0.25, 0.5, 0.75, 1]) await finger('touchMove', 0, share * unit);
  await finger('touchEnd');
  await expect.poll(async () => (await pinsOf(page))[0]!.y).toBeCloseTo(0, 1);
  expect((await pinsOf(page))[0]!.x).toBeCloseTo(2, 1);
  expect(await page.evaluate(() => window.scrollY)).toBe(scrolled);

  const slider = page.getByRole('slider', { name: '路径上的位置' });
  await slider.tap({ position: { x: 8, y: 20 } });
  await page.locator('.path-at').waitFor();
  await expect.poll(() => slider.getAttribute('aria-valuenow')).toBe('1');

  await page.evaluate(() => window.lab.selection.select(17));
  await page.getByRole('button', { name: '钉下它的编码' }).tap();
  const mu = await page.evaluate(() => {
    const { plane, stride } = window.lab.frame!;
    const row = 17 / stride;
    return Number.isInteger(row) ? [plane.mu[2 * row]!, plane.mu[2 * row + 1]!] : null;
  });
  const pinned = (await pinsOf(page)).at(-1)!;
  expect([pinned.x, pinned.y]).toEqual(mu);

  await page.getByText(/^算术/).tap();
  await page.locator('.sum-line').waitFor();
  const wide = await page.evaluate(() =>
    [...document.querySelectorAll('.pin-list *, .pin-path *')]
      .filter((element) => element.getBoundingClientRect().right > window.innerWidth + 0.5)
      .map((element) => `${element.tagName}.${element.className}`),
  );
  expect(wide).toEqual([]);
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('.pin-list, .pin-path')]
      .flatMap((panel) => [...panel.querySelectorAll('button, select, summary, input')])
      .map((element) => ({ name: element.ariaLabel ?? element.textContent, box: element.getBoundingClientRect() }))
      .filter(({ box: { height } }) => height < 43.5)
      .map(({ name }) => name),
  );
  expect(small).toEqual([]);
  expect(complaints).toEqual([]);
  await close();
});
