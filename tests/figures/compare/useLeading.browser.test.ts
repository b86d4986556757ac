import { createElement } from 'react';
import { expect, it, vi } from 'vitest';
import { useLeading } from '../../../src/figures/compare/useLeading';
import type { LabState } from '../../../src/state/labState';
import type { LabEntry } from '../../../src/state/labs';
import { FakeLab, mountFigure } from '../../panels/figure';
import { PATIENTLY } from '../../support/patiently';

const entryOf = (id: string, lab: FakeLab): LabEntry => ({ id, lab }) as unknown as LabEntry;
const FAILED: Partial<LabState> = { failure: { kind: 'defect', message: 'broken' } };
const SOUND: Partial<LabState> = { failure: null };

it('is the left one, unless it cannot train and the right one can', async () => {
  const labs = [new FakeLab(), new FakeLab()] as const;
  const pair = [entryOf('left', labs[0]), entryOf('right', labs[1])] as const;
  const change = (place: 0 | 1, changes: Partial<LabState>): void => labs[place].store.setState(changes as object);
  const Leading = () => useLeading(pair).id;
  const { root, unmount } = await mountFigure(createElement(Leading), 300);
  const leads = (id: string) => vi.waitUntil(() => root.textContent === id, PATIENTLY);
  expect(root.textContent).toBe('left');
  change(0, FAILED);
  await leads('right');
  change(1, FAILED);
  await leads('left');
  change(1, SOUND);
  await leads('right');
  const { run } = labs[0].store.getState();
  change(0, { ...SOUND, run: { ...run, engine: 'layers' } });
  await leads('right');
  // One whose run has not begun yet will train.
  change(0, { run: null });
  await leads('left');
  unmount();
});
