/** Every control that can be hidden, hidden by itself: it is gone, and whatever only made sense with it; all else stays. */
import { createElement, Fragment } from 'react';
import { expect, it, vi } from 'vitest';
import { Controls } from '../../src/panels/Controls';
import { LatentPlane } from '../../src/panels/LatentPlane';
import { MoreSettings } from '../../src/panels/MoreSettings';
import { Transport } from '../../src/panels/Transport';
import { HIDEABLE, type Hideable, PAIR_PARTS } from '../../src/state/embedLink';
import { PATIENTLY } from '../support/patiently';
import { mountFigure } from './figure';

/** The names of all controls that are there, with more settings unfolded. */
async function controls(hidden: readonly Hideable[]): Promise<string[]> {
  const mounted = await mountFigure(
    createElement(
      Fragment,
      null,
      ...[Transport, Controls, LatentPlane, MoreSettings].map((panel) => createElement(panel)),
    ),
    900,
    'lab',
    hidden,
  );
  mounted.lab.store.setState(({ settings, dataset }) => ({
    settings: { ...settings, data: 'strokes', latent: 3, likelihood: 'gaussian' },
    dataset: { ...dataset, factors: [{ name: 'size', values: new Float32Array(4), levels: null }] },
  }));
  mounted.lab.next();
  const more = mounted.root.querySelector<HTMLDetailsElement>('details.more');
  if (more !== null) {
    more.open = true;
    await vi.waitUntil(() => more.querySelector('fieldset') !== null, PATIENTLY);
  }
  [...mounted.root.querySelectorAll('button')].find(({ textContent }) => textContent === 'Layers')?.click();
  // All parts have come that are fetched after the picture.
  const allCome = () => vi.waitUntil(() => mounted.root.querySelector('[aria-busy]') === null, PATIENTLY);
  await allCome();
  const about = mounted.root.querySelector<HTMLDetailsElement>('.about-images');
  if (about !== null) {
    about.open = true;
    await vi.waitUntil(() => about.querySelector('p') !== null, PATIENTLY);
  }
  await allCome();
  const nameOf = (element: Element): string =>
    element.getAttribute('aria-label') ??
    (element as HTMLInputElement).labels?.[0]?.textContent ??
    element.textContent ??
    '';
  const found = [
    ...mounted.root.querySelectorAll('button, select, input:not([type=file]), [role=slider], summary, .counters'),
  ];
  const names = found.map((element) => (element.className === 'counters' ? 'counters' : nameOf(element)));
  mounted.unmount();
  return names;
}

/** What goes with a control that others need. */
const TOGETHER: Partial<Record<Hideable, RegExp>> = {
  beta: /^(β.*|Turn points.*|autoencoder|pulled points|noise only|VAE)$/,
  noiseScale: /^(σ(?!̃).*|β and σ.*|Turn points.*|autoencoder|pulled points|noise only|VAE)$/,
  pad: /^(β and σ.*|autoencoder|pulled points|noise only|VAE)$/,
  // The list that the button opens.
  layers: /./,
  data: /^(Data set|4 images, 4 × 4|Number of the hand|Images at most.*)$/,
};

it('each goes by itself, and nothing else does', async () => {
  const all = await controls([]);
  const gone = new Map<Hideable, string[]>();
  for (const control of HIDEABLE) {
    // Of a comparison and of the article, where they are tried (browser/compare.test.ts, browser/article/shared.long.test.ts).
    if ([...PAIR_PARTS, 'caption'].some((part) => part === control)) continue;
    const left = await controls([control]);
    const missing = all.filter((name) => !left.includes(name));
    expect(missing, control).not.toEqual([]);
    expect(
      left.filter((name) => !all.includes(name)),
      control,
    ).toEqual([]);
    const together = TOGETHER[control];
    if (together !== undefined) for (const name of missing) expect(name, control).toMatch(together);
    else gone.set(control, missing);
  }
  for (const [control, names] of gone) {
    // The buttons that lead out of the page go together.
    expect(names.length, `${control}: ${names.join(', ')}`).toBeLessThanOrEqual(control === 'share' ? 3 : 1);
  }
});
