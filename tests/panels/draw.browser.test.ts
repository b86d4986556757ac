/** The pad's panel and its layer of the plane, by what the frames say. */
import { createElement, Fragment } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import type { Family } from '../../src/math/family';
import { Draw, DrawOpener } from '../../src/panels/Draw';
import { LatentPlane } from '../../src/panels/LatentPlane';
import { PAD } from '../../src/state/pad';
import { type Mounted, mountFigure } from './figure';

const until = <T>(see: () => T) => expect.poll(see);

const mounted: Mounted[] = [];
afterEach(() => {
  for (const figure of mounted.splice(0)) figure.unmount();
});

/** A figure with the image 1 of its data on the pad. */
async function edited(): Promise<Mounted> {
  const panels = [LatentPlane, Draw, DrawOpener].map((panel) => createElement(panel, { key: panel.name }));
  const figure = await mountFigure(createElement(Fragment, null, ...panels), 520);
  mounted.push(figure);
  await figure.lab.pad.draw(1);
  await until(() => figure.lab.requests[PAD]).toBeDefined();
  return figure;
}

const find = <T extends Element>({ root }: Mounted, selector: string): T => root.querySelector<T>(selector)!;
const rowOf = (figure: Mounted, name: string): string[] => {
  const row = [...figure.root.querySelectorAll('.draw-numbers tr')].find(
    (each) => each.querySelector('th')?.textContent === name,
  );
  return [...(row?.querySelectorAll('td') ?? [])].map((cell) => cell.textContent!);
};

it.each([
  ['diagonal', 'ellipse', 'area of the ellipse, mean = 1'],
  ['full', 'ellipse', 'area of the ellipse, mean = 1'],
  ['box', 'rect', 'area of the rectangle, mean = 1'],
  ['point', 'ellipse', null],
] as const satisfies readonly [Family, string, string | null][])(
  'posteriors of %s are drawn and written as they are, beside the original’s',
  async (family, outline, area) => {
    const figure = await edited();
    figure.lab.next({ family });
    await until(() => find(figure, '.drawn-after .outline')?.tagName).toBe(outline);
    expect(find(figure, '.drawn-before .outline').tagName).toBe(outline);
    const drawn = find(figure, '.drawn-after .outline');
    expect(drawn.getAttribute('transform') === null).toBe(family !== 'full');
    if (family === 'point') expect(drawn.getAttribute('rx')).toBe('0');
    expect(find(figure, '.drawn text').textContent).toBe('drawn');
    await until(() => rowOf(figure, 'R, nats')).toEqual(['10.0', '11.0']);
    expect(rowOf(figure, 'ρ').length > 0).toBe(family === 'full');
    if (area === null) expect(figure.root.querySelector('.draw-numbers')!.textContent).not.toContain('area');
    else expect(rowOf(figure, area)).toHaveLength(2);
    if (family !== 'point' && family !== 'full') expect(rowOf(figure, area!)).toEqual(['1', '1']);
  },
);

it('where what finds the posterior does not come, says so, and another try mends it', async () => {
  const figure = await edited();
  figure.lab.next({ isMissing: true });
  await until(() => figure.root.querySelector('.draw .failure')?.textContent).toContain('did not come');
  expect(figure.lab.requests[PAD]).toBeUndefined();
  expect(rowOf(figure, 'R, nats')).toEqual(['–', '–']);
  find<HTMLButtonElement>(figure, '.draw .failure button').click();
  await until(() => figure.lab.requests[PAD]).toBeDefined();
  figure.lab.next({ isMissing: false });
  await until(() => rowOf(figure, 'R, nats')).toEqual(['10.0', '11.0']);
  figure.lab.store.setState(({ settings }) => ({ settings: { ...settings, likelihood: 'squared' } }));
  await until(() => rowOf(figure, 'R')).toEqual(['10.0', '11.0']);
  expect(figure.root.querySelector('.draw .failure')).toBeNull();
});

it('where what keeps a drawing does not come, says so, and another try mends it', async () => {
  const figure = await mountFigure(createElement(Draw), 520);
  mounted.push(figure);
  const { pad } = figure.lab;
  const drawing = vi.spyOn(pad, 'drawing').mockRejectedValueOnce(new TypeError('Failed to fetch'));
  pad.open(true);
  await until(() => figure.root.querySelector('.failure')?.textContent).toContain('did not come');
  find<HTMLButtonElement>(figure, '.failure button').click();
  await until(() => figure.root.querySelector('.draw-pad')).not.toBeNull();
  expect(drawing).toHaveBeenCalledTimes(2);
});

it('says of a decoder alone that it has no posteriors', async () => {
  const figure = await edited();
  figure.lab.next({ mu: new Float32Array(0) });
  await until(() => figure.root.querySelector('.draw')?.textContent).toContain('decoder alone');
  expect(figure.root.querySelector('.draw-numbers')).toBeNull();
  const captions = [...figure.root.querySelectorAll('.draw-seen figcaption')].map(({ textContent }) => textContent);
  expect(captions, 'no reconstruction of the model before').toEqual(['x']);
  expect(figure.root.querySelector('.drawn-after')).toBeNull();
});

it('is put away with its ellipse, and comes back as it was', async () => {
  const figure = await edited();
  figure.lab.next();
  await until(() => figure.root.querySelector('.drawn-after')).not.toBeNull();
  find<HTMLButtonElement>(figure, '.draw-opener').click();
  await until(() => figure.root.querySelector('.draw')).toBeNull();
  await until(() => figure.root.querySelector('.drawn-after')).toBeNull();
  await until(() => figure.lab.requests[PAD]).toBeUndefined();
  find<HTMLButtonElement>(figure, '.draw-opener').click();
  await until(() => figure.lab.requests[PAD]).toBeDefined();
  expect(figure.lab.pad.store.getState().drawing!.original).toBe(1);
});
