import type { Three } from '../../state/pinArithmetic';
import type { Pin } from '../../state/pins';

/** What is worked out, as A − B + C. */
export const nameOfSum = ([a, b, c]: Three<Pick<Pin, 'name'>>): string => `${a.name} − ${b.name} + ${c.name}`;
