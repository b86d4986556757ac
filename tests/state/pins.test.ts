import { describe, expect, it } from 'vitest';
import { MAX_PINS, PinBoard } from '../../src/state/pins';

describe('pins', () => {
  it('are moved and removed by their number, which none has twice', () => {
    const board = new PinBoard();
    const [a, b] = [board.add(1, 2), board.add(3, 4)];
    expect(a.id).not.toBe(b.id);
    board.move(a.id, -1, -2);
    expect(board.pins).toEqual([{ id: a.id, x: -1, y: -2 }, b]);
    board.remove(a.id);
    board.remove(a.id);
    board.move(a.id, 9, 9);
    expect(board.pins).toEqual([b]);
    expect(board.add(0, 0).id).not.toBe(a.id);
  });

  it('can be placed all at once, in the place of those that were there', () => {
    const board = new PinBoard();
    const { id } = board.add(9, 9);
    board.place([
      { x: 1, y: 2 },
      { x: 3, y: 4 },
    ]);
    expect(board.pins).toMatchObject([
      { x: 1, y: 2 },
      { x: 3, y: 4 },
    ]);
    expect(new Set([id, ...board.pins.map((pin) => pin.id)]).size).toBe(3);
    board.place([]);
    expect(board.pins).toEqual([]);
  });

  it('are so many at most; a further one takes the place of the oldest', () => {
    const board = new PinBoard();
    const ids = Array.from({ length: MAX_PINS + 3 }, (_, i) => board.add(i, 0).id);
    expect(board.pins.map(({ id }) => id)).toEqual(ids.slice(3));
  });
});
