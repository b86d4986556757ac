/** Every point of an ellipse must reconstruct its image: what the caption says, at two widths. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useFigure, WIDTHS } from './figure';

const { openFigure } = useFigure('reparameterise', { part: '.noise-pad' });

/** What the frame has of the held sample: its image, its noise, its posterior and its decode. */
const sample = (page: Page) =>
  page.evaluate(() => {
    const { view, pictures } = window.labs.reparameterise!.frame!;
    const request = view.requests.reparameterise;
    if (request?.kind !== 'sample' || request.posteriors === undefined) return null;
    const { mu, sigma } = request.posteriors;
    const { index, noise } = request;
    return { index, noise, mu: [...mu], sigma: [...sigma], picture: [...(pictures.reparameterise ?? [])] };
  });

/** The numbers in brackets at the end of a line. */
const numbersOf = (text: string): number[] =>
  /\(([^)]*)\)(?:, s = 1)?$/
    .exec(text)![1]!
    .split(', ')
    .map((number) => Number(number.replace('−', '-')));

describe.each(WIDTHS)('at %i px', (width) => {
  it('z moves in the ellipse of the chosen image as ε is dragged, its decode follows, and its slopes are shown', async () => {
    const { page, figure, section, step, complaints, close } = await openFigure(width);
    const pad = figure.locator('.noise-pad');
    await step(50);
    await figure.locator('.noise-code[data-step="50"]').waitFor();
    await pad.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    const { x, y, width: side } = (await pad.boundingBox())!;
    /** Drags to a place of the pad, which reaches from −3 to 3. */
    const drag = async (to: readonly [number, number]): Promise<void> => {
      const place = (across: number, up: number): [number, number] => [
        x + side * (0.5 + across / 6),
        y + side * (0.5 - up / 6),
      ];
      await page.mouse.move(...place(0, 0));
      await page.mouse.down();
      await page.mouse.move(...place(...to), { steps: 4 });
      await page.mouse.up();
      await expect
        .poll(async () => (await sample(page))!.noise.map((value) => Math.round(10 * value) / 10))
        .toEqual(to);
    };
    await drag([0.6, -0.5]);
    const within = (await sample(page))!;
    const shown = async (): Promise<number[]> => numbersOf((await figure.locator('.noise-code').textContent())!);
    const slopes = async (): Promise<number[]> => numbersOf((await figure.locator('.noise-slopes').textContent())!);
    const z = ({ mu, sigma, noise }: typeof within): number[] => noise.map((value, k) => mu[k]! + sigma[k]! * value);
    await expect.poll(slopes).toEqual(within.noise.map((value) => expect.closeTo(value, 2)));
    expect(await shown()).toEqual(z(within).map((value) => expect.closeTo(value, 1)));

    await drag([2.5, 2.5]);
    await expect.poll(async () => (await sample(page))!.picture).not.toEqual(within.picture);

    await section.getByRole('button', { name: 'press here to change the image' }).click();
    await expect.poll(async () => (await sample(page))!.index).toBe(3);
    expect((await sample(page))!.noise).toEqual([expect.closeTo(2.5, 1), expect.closeTo(2.5, 1)]);
    expect(complaints).toEqual([]);
    await close();
  });
});

it('words of the text light up the slopes', async () => {
  const { page, figure, close } = await openFigure();
  await figure.locator('.noise-slopes').waitFor();
  await page.getByRole('button', { name: 'the rest has slopes' }).focus();
  expect(await figure.locator('[data-lit]').count()).toBe(1);
  await close();
});
