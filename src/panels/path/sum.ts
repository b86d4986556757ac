import type { Three } from '../../state/pinArithmetic';
import type { Pin } from '../../state/pins';

/** What is worked out, as A − B + C. */
export const nameOfSum = ([a, b, c]: Three<Pick<Pin, 'name'>>): string => `${a.name} − ${b.name} + ${c.name}`;

/** The code A − B + C. */
export const sumOf = ([a, b, c]: Three<Pick<Pin, 'x' | 'y'>>): { readonly x: number; readonly y: number } => ({
  x: a.x - b.x + c.x,
  y: a.y - b.y + c.y,
});
