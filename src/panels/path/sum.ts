import type { Three } from '../../state/pinArithmetic';
import type { Pin } from '../../state/pins';

type Place = Pick<Pin, 'x' | 'y' | 'code'>;

/** What is worked out, as A − B + C. */
export const nameOfSum = ([a, b, c]: Three<Pick<Pin, 'name'>>): string => `${a.name} − ${b.name} + ${c.name}`;

/** The same pins where a plane has them. @param pins all of that plane */
export const termsOn = (pins: readonly Pin[], terms: Three<Pin>): Three<Pin> =>
  terms.map((term) => pins.find(({ id }) => id === term.id) ?? term) as unknown as Three<Pin>;

/** The code A − B + C, of all axes where these have all. */
export const sumOf = ([a, b, c]: Three<Place>): Place => ({
  x: a.x - b.x + c.x,
  y: a.y - b.y + c.y,
  code: a.code && b.code && c.code && a.code.map((value, axis) => value - b.code![axis]! + c.code![axis]!),
});
