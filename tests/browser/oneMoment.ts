/** What a lab that has come to rest says of its moment, and what stands on the screen of it. */
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { percent, short } from '../../src/panels/numbers';
import { nats } from '../../src/panels/quantities';
import type { Measures } from '../../src/worker/jobAnswers';

/** Kinds of pictures that a figure asks for, as their requests name them, whose decodes can be asked for otherwise. */
export type PictureKind = 'decode' | 'rebuild' | 'codes';

interface Checked {
  /** Among those of `window.labs`. */
  readonly id: string;
  /** Where on the page its panels are. */
  readonly part: Locator;
  /** What of it must be there and say its step, as selectors. */
  readonly stamped: readonly string[];
  /** Kinds of pictures that must be there. */
  readonly kinds: readonly PictureKind[];
}

/** Waits until all that says which step it is of says the one that the lab rests at. */
export async function expectOneStep(page: Page, { id, part, stamped }: Checked, step: number): Promise<void> {
  expect(await page.evaluate((name) => window.labs[name]!.rests, id)).toBe(true);
  await expect
    .poll(() =>
      part.evaluate((root, selectors) => {
        const missing = selectors.filter((selector) => root.querySelector(selector) === null);
        const steps = [...root.querySelectorAll<HTMLElement>('[data-step]')].map((element) => element.dataset.step);
        return { missing, steps: [...new Set(steps)] };
      }, stamped),
    )
    .toEqual({ missing: [], steps: [String(step)] });
}

/** Compares every picture of the latest frame with what the model decodes now. */
export async function expectDecodesOfNow(page: Page, { id, kinds }: Checked): Promise<void> {
  const found = await page.evaluate(async (name) => {
    const lab = window.labs[name]!;
    const { view, pictures } = lab.frame!;
    const { images, width, height } = lab.dataset!;
    const size = width * height;
    const off: Record<string, number> = {};
    for (const [key, request] of Object.entries(view.requests)) {
      let codes: Float32Array;
      if (request.kind === 'decode') codes = request.points;
      else if (request.kind === 'codes') codes = request.codes;
      else if (request.kind === 'rebuild') {
        const chosen = [...request.indices].flatMap((i) => [...images.subarray(i * size, (i + 1) * size)]);
        codes = (await lab.encode(Float32Array.from(chosen))).mu;
      } else continue;
      const [shown, now] = [pictures[key]!, await lab.decode(codes)];
      const apart = shown.length === now.length ? Math.max(...shown.map((v, i) => Math.abs(v - now[i]!))) : Infinity;
      off[request.kind] = Math.max(off[request.kind] ?? 0, apart);
    }
    return off;
  }, id);
  expect(Object.keys(found)).toEqual(expect.arrayContaining([...kinds]));
  for (const [kind, off] of Object.entries(found)) expect(off, kind).toBeLessThan(1e-5);
}

/** The loss of a share of the images, in nats. */
export const totalOf = (losses: Measures['training'], beta: number): number =>
  losses.reconstruction + beta * losses.regulariser;

/** What the legend of the loss chart says of a measured moment. */
export function legendOf({ training, heldOut }: Measures, beta: number): readonly string[] {
  const total = totalOf(training, beta);
  return [total, totalOf(heldOut!, beta), training.reconstruction, total - training.reconstruction].map(nats);
}

/**
 * What the rows of the table of numbers say of a measured moment of a model of two axes with diagonal posteriors, first of
 * what is trained on and then, where the row has that, of what is held out.
 */
export function rowsOf(measures: Measures): readonly (readonly string[])[] {
  const inNats = (value: number): string => `${nats(value)} nats`;
  const { training, planeKl, mutualInformation, aggregateKl, noiseScale } = measures;
  return [
    ...(['reconstruction', 'kl', 'elbo'] as const).map((key) =>
      [training, measures.heldOut!].map((of) => inNats(of[key])),
    ),
    [`${nats(planeKl)} = ${nats(mutualInformation)} + ${nats(aggregateKl)} nats`],
    [inNats(mutualInformation)],
    [inNats(aggregateKl)],
    [percent(measures.coverage1)],
    // Of ellipses without size there are none of twice that.
    ...(noiseScale > 0 ? [[percent(measures.coverage2)]] : []),
    [measures.momentIdentity.map(short).join(' · ')],
    [percent(measures.gridMass)],
    [short(measures.activeAxes)],
    [short(measures.spread)],
    [short(measures.meanSigma)],
    [short(measures.meanSigma / measures.spread)],
  ];
}
