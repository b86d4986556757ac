import { expect, it } from 'vitest';
import { planeBox, STILL, useBrowser } from './site';

const browser = useBrowser();

const EVEN = `${STILL}&b=1&s=1`;

it('a click on a centre opens a card with its image, and the numbers of the model', async () => {
  const { page, complaints, close } = await browser.open({ hash: EVEN });
  await page.evaluate(() => window.lab.step(300));
  const box = await planeBox(page);
  const unit = Number(await page.locator('circle.prior-1').getAttribute('r'));
  // The code that is farthest out: its centre lies on no other.
  const { index, x, y } = await page.evaluate(() => {
    const { mu } = window.lab.frame!.plane;
    let best = 0;
    for (let i = 0; i < mu.length; i += 2)
      if (Math.hypot(mu[i]!, mu[i + 1]!) > Math.hypot(mu[best]!, mu[best + 1]!)) best = i;
    return { index: best / 2, x: mu[best]!, y: mu[best + 1]! };
  });
  await page.mouse.click(box.x + x * unit, box.y - y * unit);
  const card = page.locator('section.sample');
  await card.waitFor();
  expect(await card.getAttribute('data-index')).toBe(String(index));
  expect(await page.evaluate(() => window.lab.selection.index)).toBe(index);
  await card.locator('[data-step="300"]').waitFor();
  const { surveyed, measured } = await page.evaluate(async (image) => {
    const { plane, latent } = window.lab.frame!;
    const answer = await window.lab.survey('posterior', { index: image, axes: plane.axes, size: 8 });
    return { surveyed: answer.truth!, measured: { kl: answer.kl, latent } };
  }, index);
  expect(surveyed.elbo).toBeLessThanOrEqual(surveyed.logEvidence + 1e-3);
  const text = (await card.locator('.sample-numbers').textContent())!.replaceAll('−', '-');
  const shown = (name: string): number => Number(new RegExp(`${name}([-\\d.]+)`).exec(text)![1]);
  expect(shown('ln p\\(x\\)')).toBeCloseTo(surveyed.logEvidence, 0);
  expect(shown('ELBO')).toBeCloseTo(surveyed.elbo, 0);
  expect(shown('KL to the prior')).toBeCloseTo(measured.kl, 1);
  await expect.poll(() => page.locator('.true-posterior path').count()).toBe(2);
  await expect.poll(() => page.locator('.predicted .outline').count()).toBe(1);
  await expect.poll(() => page.locator('.selected .draw').count()).toBe(8);

  // The means over both shares of the data set, and where ELBO and ln p(x) are farthest apart, on a phone as well.
  await card.locator('.evidence summary').click();
  const evidence = await page.evaluate(() => window.lab.survey('evidence', {}));
  const rows = (['logEvidence', 'elbo', 'gap'] as const).map((row) =>
    [evidence.training, evidence.heldOut!].map((share) => expect.closeTo(share[row]!.mean, 0)),
  );
  const means = async (): Promise<number[][]> => {
    const cells = (await card.locator('.evidence td + td, .evidence th + td').allTextContents()).map((text) =>
      Number.parseFloat(text.replace('−', '-')),
    );
    return [0, 1, 2].map((row) => cells.slice(2 * row, 2 * row + 2));
  };
  const gaps = card.locator('.evidence li button');
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 800 });
    await expect.poll(means).toEqual(rows);
    expect(
      await gaps.evaluateAll((all) => all.map((each) => each.getAttribute('aria-label')!.match(/\d+/)![0])),
    ).toEqual(evidence.largest.map(({ index }) => String(index)));
    const first = (await gaps.first().boundingBox())!;
    expect(first.x + first.width).toBeLessThanOrEqual(width);
  }
  await gaps.nth(1).click();
  expect(await page.evaluate(() => window.lab.selection.index)).toBe(evidence.largest[1]!.index);
  expect(complaints).toEqual([]);
  await close();
});

it('is in the address, and opens from there; Escape ends it', async () => {
  const { page, close } = await browser.open({ hash: `${STILL}&x=17` });
  const card = page.locator('section.sample');
  await card.waitFor();
  await expect.poll(() => card.getAttribute('data-index')).toBe('17');
  await card.getByRole('button', { name: 'Next image' }).click();
  await page.waitForFunction(() => location.hash.includes('x=18'));
  await expect.poll(() => card.locator('h2').textContent()).toMatch(/^image 18 · class \d$/);
  await card.getByRole('button', { name: 'Next image' }).press('Escape');
  await card.waitFor({ state: 'detached' });
  await page.waitForFunction(() => !location.hash.includes('x='));
  await close();
});

it('lies at the foot of a phone as a drawer that leaves the plane to be seen', async () => {
  for (const width of [390, 300]) {
    const { page, close } = await browser.open({
      hash: `${STILL}&x=17`,
      viewport: { width, height: 700 },
      hasTouch: true,
      isMobile: true,
    });
    const card = page.locator('section.sample');
    await card.waitFor();
    await page.locator('.plane-stage').evaluate((plane) => plane.scrollIntoView());
    const box = (await card.boundingBox())!;
    expect(box.height).toBeLessThanOrEqual(0.4 * 700 + 1);
    expect(box.y + box.height).toBeLessThanOrEqual(701);
    expect(box.y).toBeGreaterThan(0.55 * 700);
    for (const name of ['Previous image', 'Next image', 'Release this image', 'Draw again']) {
      const button = (await card.getByRole('button', { name }).boundingBox())!;
      expect(Math.min(button.width, button.height), name).toBeGreaterThanOrEqual(44);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    // Nothing of it is cut off at its right.
    await card.locator('dd').first().waitFor();
    expect(await card.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
    await close();
  }
});
