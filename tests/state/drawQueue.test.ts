import { expect, it } from 'vitest';
import { createDrawQueue } from '../../src/state/drawQueue';

function fakeScreen() {
  let due: (() => void)[] = [];
  return {
    request: (draw: () => void) => void due.push(draw),
    /** The screen shows its next picture; returns how much was asked for. */
    refresh(): number {
      const now = due;
      due = [];
      for (const draw of now) draw();
      return now.length;
    },
  };
}

it('one picture is drawn at a time, in the order in which they came, and no frame is left empty', () => {
  const screen = fakeScreen();
  const draw = createDrawQueue(screen.request);
  const drawn: string[] = [];
  for (const name of ['a', 'b', 'c']) draw(() => drawn.push(name));
  for (const expected of ['a', 'b', 'c']) {
    expect(screen.refresh()).toBe(1);
    expect(drawn.at(-1)).toBe(expected);
  }
  expect(drawn).toHaveLength(3);
  expect(screen.refresh()).toBe(0);
});

it('a lab that asks again while it draws has its turn after those that wait', () => {
  const screen = fakeScreen();
  const draw = createDrawQueue(screen.request);
  const drawn: string[] = [];
  const again = (name: string, times: number): void =>
    draw(() => {
      drawn.push(name);
      if (times > 1) again(name, times - 1);
    });
  again('a', 3);
  again('b', 3);
  for (let i = 0; i < 6; i++) expect(screen.refresh()).toBe(1);
  expect(drawn).toEqual(['a', 'b', 'a', 'b', 'a', 'b']);
  expect(screen.refresh()).toBe(0);
});

it('a picture that fails does not hold up the others', () => {
  const screen = fakeScreen();
  const draw = createDrawQueue(screen.request);
  const drawn: string[] = [];
  draw(() => {
    throw new Error('no canvas');
  });
  draw(() => drawn.push('b'));
  expect(() => screen.refresh()).toThrow('no canvas');
  screen.refresh();
  expect(drawn).toEqual(['b']);
});
