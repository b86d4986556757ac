import { describe, expect, it, vi } from 'vitest';
import { MAX_PINS } from '../../src/state/pinBounds';
import { PinBoard, pinsOn } from '../../src/state/pins';
import { FARTHEST } from '../../src/state/planeView';

const namesOf = (board: PinBoard): string[] => board.all.map(({ name }) => name);

describe('pins', () => {
  it('are moved and removed by their number, which none has twice', () => {
    const board = new PinBoard();
    const [a, b] = [board.add(1, 2), board.add(3, 4)];
    expect(a.id).not.toBe(b.id);
    board.move(a.id, -1, -2);
    expect(board.all).toEqual([{ id: a.id, name: 'A', x: -1, y: -2, code: null }, b]);
    board.remove(a.id);
    board.remove(a.id);
    board.move(a.id, 9, 9);
    expect(board.all).toEqual([b]);
    expect(board.add(0, 0).id).not.toBe(a.id);
  });

  it('can be placed all at once, in the place of those that were there', () => {
    const board = new PinBoard();
    const { id } = board.add(9, 9);
    board.place([
      { x: 1, y: 2 },
      { x: 3, y: 4, name: 'seven' },
    ]);
    expect(board.all).toMatchObject([
      { name: 'A', x: 1, y: 2 },
      { name: 'seven', x: 3, y: 4 },
    ]);
    expect(new Set([id, ...board.all.map((pin) => pin.id)]).size).toBe(3);
    board.place([]);
    expect(board.all).toEqual([]);
  });

  it('are so many at most; a further one takes the place of the oldest, wherever that is in the list', () => {
    const board = new PinBoard();
    const ids = Array.from({ length: MAX_PINS }, (_, i) => board.add(i, 0).id);
    board.reorder(ids[0]!, 50);
    const { id, name } = board.add(-1, 0);
    expect(board.all).toHaveLength(MAX_PINS);
    expect(board.all.map((pin) => pin.id)).toEqual([...ids.slice(1), id]);
    expect(name).toBe('CW');
  });

  it('are taken back with all that putting them down has changed', () => {
    const board = new PinBoard();
    const ids = Array.from({ length: MAX_PINS - 1 }, (_, i) => board.add(i, 0).id);
    board.reorder(ids[0]!, 50);
    const fewer = board.all;
    board.tryAt(0, 1)();
    expect(board.all).toEqual(fewer);
    board.add(-1, 0);
    const full = board.all;
    const takeBack = board.tryAt(0, 2);
    expect(board.all.at(-1)).toMatchObject({ x: 0, y: 2 });
    expect(board.all.map(({ id }) => id)).not.toContain(ids[0]);
    takeBack();
    expect(board.all).toEqual(full);
  });

  it('have a letter each, that of their place where it is free, and keep it when others go', () => {
    const board = new PinBoard();
    const pins = Array.from({ length: 28 }, (_, i) => board.add(i, 0));
    expect([namesOf(board)[0], namesOf(board)[25], namesOf(board)[26], namesOf(board)[27]]).toEqual([
      'A',
      'Z',
      'AA',
      'AB',
    ]);
    board.remove(pins[1]!.id);
    expect(namesOf(board).slice(0, 3)).toEqual(['A', 'C', 'D']);
    expect(board.add(0, 0).name).toBe('B');
    expect(new Set(namesOf(board)).size).toBe(28);
  });

  it('are renamed, to what can be shown beside them', () => {
    const board = new PinBoard();
    const { id } = board.add(0, 0);
    board.rename(id, '  a   seven ');
    expect(namesOf(board)).toEqual(['a seven']);
    const told = vi.fn();
    board.store.subscribe(told);
    for (const name of ['', '   ', 'x'.repeat(25), 'a\u0000b', '\ud800']) {
      expect(() => board.rename(id, name)).toThrow(RangeError);
      expect(() => board.add(0, 0, name)).toThrow('characters that can be shown');
      expect(() => board.place([{ x: 0, y: 0, name }])).toThrow(RangeError);
    }
    expect(told).not.toHaveBeenCalled();
    board.rename(id, '七'.repeat(24));
    expect(namesOf(board)[0]).toHaveLength(24);
  });

  it('are codes that a plane can show: farther ones are brought to its edge, others refused', () => {
    const board = new PinBoard();
    const { id } = board.add(1e9, -1e9);
    expect(board.all).toMatchObject([{ x: FARTHEST, y: -FARTHEST }]);
    for (const [x, y] of [
      [Number.NaN, 0],
      [0, Number.POSITIVE_INFINITY],
    ] as const) {
      expect(() => board.move(id, x, y)).toThrow('to pin');
      expect(() => board.add(x, y)).toThrow(RangeError);
      expect(() => board.place([{ x, y }])).toThrow(RangeError);
    }
    expect(board.all).toMatchObject([{ id, x: FARTHEST, y: -FARTHEST }]);
  });

  it('change places', () => {
    const board = new PinBoard();
    const [a, b, c] = [board.add(0, 0), board.add(1, 0), board.add(2, 0)];
    board.reorder(c.id, 0);
    expect(namesOf(board)).toEqual(['C', 'A', 'B']);
    board.reorder(a.id, 99);
    expect(namesOf(board)).toEqual(['C', 'B', 'A']);
    board.reorder(b.id, -1);
    expect(namesOf(board)).toEqual(['B', 'C', 'A']);
    board.reorder(-7, 0);
    expect(board.all).toEqual([b, c, a]);
  });
});

describe('A − B + C', () => {
  it('is of the first three pins until others are chosen, and again when one of those has gone', () => {
    const board = new PinBoard();
    const { arithmetic } = board;
    const [a, b] = [board.add(1, 5), board.add(2, 7)];
    expect(arithmetic.terms).toBeNull();
    const [c, d] = [board.add(4, 11), board.add(8, 13)];
    expect(arithmetic.terms).toEqual([a, b, c]);
    expect(arithmetic.places).toBeNull();
    arithmetic.choose([3, 0, 0]);
    expect(arithmetic.terms).toEqual([d, a, a]);
    expect(arithmetic.places).toEqual([3, 0, 0]);
    board.reorder(d.id, 0);
    expect(arithmetic.terms).toEqual([d, a, a]);
    expect(arithmetic.places).toEqual([0, 1, 1]);
    board.move(d.id, -1, 0);
    expect(arithmetic.terms![0]).toMatchObject({ x: -1, y: 0 });
    board.remove(d.id);
    expect(arithmetic.terms).toEqual([a, b, c]);
  });

  it('is of the first three where one is chosen that is not there, or none', () => {
    const board = new PinBoard();
    board.place([0, 1, 2, 3].map((x) => ({ x, y: 0 })));
    const chosen = (): number[] => board.arithmetic.terms!.map(({ x }) => x);
    board.arithmetic.choose([3, 2, 1]);
    expect(chosen()).toEqual([3, 2, 1]);
    board.arithmetic.choose([3, 2, 4]);
    expect(chosen()).toEqual([0, 1, 2]);
    board.arithmetic.choose([1, 1, 1]);
    expect(chosen()).toEqual([1, 1, 1]);
    board.arithmetic.choose(null);
    expect(chosen()).toEqual([0, 1, 2]);
  });
});

describe('the marks on the path', () => {
  it('are shares of its length, told when they change', () => {
    const { path } = new PinBoard();
    const told = vi.fn();
    path.store.subscribe(told);
    path.divide(12);
    path.divide(12);
    path.mark(0.5);
    path.mark(0.5);
    expect(path.marks).toEqual({ stops: 12, at: 0.5 });
    for (const at of [-0.1, 1.1, Number.NaN]) expect(() => path.mark(at)).toThrow('from 0 to 1');
    path.mark(null);
    expect(path.marks.at).toBeNull();
    expect(told).toHaveBeenCalledTimes(3);
  });
});

describe('pins of codes with more axes than the plane', () => {
  const seen = (): PinBoard => {
    const board = new PinBoard();
    board.see(4, [1, 3]);
    return board;
  };

  it('have the whole code: one that is given, else with 0 where the plane shows nothing', () => {
    const board = seen();
    expect(board.add(9, 9, 'a', [1, 2, 3, 4])).toMatchObject({ x: 2, y: 4, code: [1, 2, 3, 4] });
    expect(board.add(5, 6)).toMatchObject({ x: 5, y: 6, code: [0, 5, 0, 6] });
    // Of a model before.
    expect(board.add(5, 6, 'b', [1, 2, 3])).toMatchObject({ x: 5, y: 6, code: [0, 5, 0, 6] });
    expect(() => board.add(0, 0, 'c', [1, 2, Number.NaN, 4])).toThrow(RangeError);
    expect(board.all).toHaveLength(3);
  });

  it('keep what is not shown when they are moved', () => {
    const board = seen();
    const { id } = board.add(0, 0, 'a', [1, 2, 3, 4]);
    board.move(id, -2, -4);
    expect(board.all[0]).toMatchObject({ x: -2, y: -4, code: [1, -2, 3, -4] });
  });

  it('stay the same codes when the plane shows other axes', () => {
    const board = seen();
    board.add(0, 0, 'a', [1, 2, 3, 4]);
    board.see(4, [2, 0]);
    expect(board.all[0]).toMatchObject({ x: 3, y: 1, code: [1, 2, 3, 4] });
    const changed = vi.fn();
    board.store.subscribe(changed);
    board.see(4, [2, 0]);
    expect(changed).not.toHaveBeenCalled();
  });

  it('that an address placed before the first frame come to be where their codes are', () => {
    const board = new PinBoard();
    board.place([
      { x: 1, y: 2, code: [1, 2, 3, 4] },
      { x: 7, y: 8 },
    ]);
    board.see(4, [1, 3]);
    expect(board.all).toMatchObject([
      { x: 2, y: 4, code: [1, 2, 3, 4] },
      { x: 7, y: 8, code: [0, 7, 0, 8] },
    ]);
  });

  it('keep their places where codes have another number of axes', () => {
    const board = seen();
    board.add(0, 0, 'a', [1, 2, 3, 4]);
    board.see(3, [0, 2]);
    expect(board.all[0]).toMatchObject({ x: 2, y: 4, code: [2, 0, 4] });
    board.see(2, [0, 1]);
    expect(board.all[0]).toMatchObject({ x: 2, y: 4, code: null });
  });

  it('that the next run is to have are kept until it is there, wherever they are moved meanwhile', () => {
    let due = 2;
    const board = new PinBoard(() => due);
    board.see(2, [0, 1]);
    due = 5;
    board.place([
      { x: 1, y: 2, code: [1, 2, 3, 4, 5] },
      { x: 7, y: 8 },
      { x: 1, y: 2, code: [1, 2, 3] },
    ]);
    expect(board.all).toMatchObject([{ x: 1, y: 2, code: [1, 2, 3, 4, 5] }, { code: null }, { code: null }]);
    board.move(board.all[0]!.id, -1, -2);
    expect(board.all[0]).toMatchObject({ x: -1, y: -2, code: [-1, -2, 3, 4, 5] });
    board.see(5, [3, 4]);
    expect(board.all).toMatchObject([
      { x: 4, y: 5, code: [-1, -2, 3, 4, 5] },
      { x: 7, y: 8, code: [0, 0, 0, 7, 8] },
      { x: 1, y: 2, code: [0, 0, 0, 1, 2] },
    ]);
  });

  describe('on another plane of such codes', () => {
    const other = { latent: 4, plane: { axes: [0, 2] } } as const;

    it('are where that has them, and the same pins where both have them alike', () => {
      const board = seen();
      board.add(0, 0, 'a', [1, 2, 3, 4]);
      board.add(5, 6);
      expect(pinsOn(board.all, other)).toMatchObject([
        { name: 'a', x: 1, y: 3 },
        { x: 0, y: 0 },
      ]);
      expect(board.all[0]).toMatchObject({ x: 2, y: 4 });
      expect(pinsOn(board.all, { latent: 4, plane: { axes: [1, 3] } })).toBe(board.all);
      expect(pinsOn(board.all, { latent: 2, plane: { axes: [0, 1] } }), 'of codes of other axes').toBe(board.all);
    });

    it('are put down and moved along its axes', () => {
      const board = seen();
      const takeBack = board.tryAt(5, 6, other);
      expect(board.all[0]).toMatchObject({ x: 0, y: 0, code: [5, 0, 6, 0] });
      board.move(board.all[0]!.id, 7, 8, other);
      expect(board.all[0]).toMatchObject({ x: 0, y: 0, code: [7, 0, 8, 0] });
      takeBack();
      expect(board.all).toEqual([]);
      board.tryAt(5, 6, { latent: 3, plane: { axes: [0, 2] } });
      expect(board.all[0], 'of codes of other axes').toMatchObject({ x: 5, y: 6, code: [0, 5, 0, 6] });
    });
  });
});
