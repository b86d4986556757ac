import fc from 'fast-check';
import type { PlaneWindow } from '../../src/math/window';

export const finite = { noNaN: true, noDefaultInfinity: true } as const;
/** Windows of any size, anywhere. */
export const windows: fc.Arbitrary<PlaneWindow> = fc.record({
  x: fc.double({ min: -50, max: 50, ...finite }),
  y: fc.double({ min: -50, max: 50, ...finite }),
  half: fc.double({ min: 0.1, max: 50, ...finite }),
});
