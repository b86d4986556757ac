/** What the timeline says of where the run is, and where its buttons lead. */
import { createElement } from 'react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import TimelineBody from '../../../src/panels/timeline/TimelineBody';
import type { TimelineState } from '../../../src/state/timeline';
import { type Mounted, mountFigure } from '../figure';

let figure: Mounted;

/** The run has come to step 100; moments at steps 10 and 40 are whole, those at 20 and 30 only to be looked at. */
const PAST: Partial<TimelineState> = {
  kept: true,
  moments: [0, 10, 20, 30, 40, 100].map((step) => ({ step, bytes: 1, isWhole: step !== 20 && step !== 30 })),
  beginnings: [0],
  former: null,
  at: null,
  keepsFormer: true,
  lostFormer: false,
  film: 'off',
};

beforeEach(async () => {
  figure = await mountFigure(createElement(TimelineBody), 600);
  show({});
  await expect.poll(() => figure.root.querySelector('.timeline')).not.toBeNull();
});
afterEach(() => figure.unmount());

/** Shows a moment of the past, or with null the newest. */
function show(state: Partial<TimelineState>): void {
  figure.lab.timeline.store.setState({ ...PAST, ...state });
  figure.lab.next({ step: state.at ?? 100 });
}

const texts = (selector: string): (string | null)[] =>
  [...figure.root.querySelectorAll(selector)].map(({ textContent }) => textContent);
const ways = () => texts('.timeline-past .button');
const hint = (): string | null | undefined =>
  figure.root.querySelector('.timeline-past .button[title^="Trains"]')?.getAttribute('title');

it('how many moments are kept', async () => {
  await expect.poll(() => texts('.slider .fine')).toEqual(['moments kept: 6']);
});

it('a whole moment can be gone on from, and one that is only to be looked at says which can', async () => {
  show({ at: 40 });
  await expect.poll(ways).toEqual(['Back to the newest', 'Continue from here']);
  expect(texts('.timeline-past p')[0]).not.toContain('half precision');
  show({ at: 30 });
  await expect.poll(ways).toEqual(['Back to the newest', 'Continue from step 10']);
  expect(texts('.timeline-past p')[0]).toContain('step 10 is the last before it that is kept whole');
});

it('what comes after is said to be kept as a branch only where there is room for one, and its going is told', async () => {
  show({ at: 40 });
  await expect.poll(hint).toContain('kept as a branch that you can return to');
  show({ at: 40, keepsFormer: false });
  await expect.poll(hint).toContain('there is room for one');
  show({ lostFormer: true });
  await expect
    .poll(() => texts('.timeline-past [role=status]'))
    .toEqual(['The other branch is no longer kept: the moments of this one needed its room.']);
  show({ lostFormer: false });
  await expect.poll(() => texts('.timeline-past')).toEqual([]);
});

it('a film that rests leaves every way open, and one that plays none but its own', async () => {
  const former = { from: 10, moments: [{ step: 50, bytes: 1, isWhole: true }], marks: [] };
  show({ at: 40, film: 'on', former });
  await expect.poll(() => texts('.timeline-film .button')).toEqual(['Pause the film', '']);
  expect(ways()).toEqual([]);
  show({ at: 40, film: 'paused', former });
  await expect.poll(ways).toEqual(['Back to the newest', 'Continue from here', 'Return to the other branch']);
  expect(texts('.timeline-film .button')).toEqual(['Go on with the film', '']);
});
