import { expect, it } from 'vitest';
import { NoticeBoard } from '../../src/state/notices';

it('notices are shown in order until they are dismissed', () => {
  const board = new NoticeBoard();
  const shown = () => board.store.getState();
  board.notify({ kind: 'data', message: 'one', problem: null, kept: true });
  board.notify({ kind: 'defect', message: 'two' });
  expect(shown()).toMatchObject([{ message: 'one' }, { message: 'two' }]);
  board.dismiss(shown()[0]!.id);
  expect(shown()).toMatchObject([{ message: 'two' }]);
  board.notify({ kind: 'engine', engines: [], message: 'three' });
  expect(new Set(shown().map(({ id }) => id)).size).toBe(2);
});
