import type { Frame } from '../worker/frameProtocol';
import type { Lab } from './lab';
import { canTrain } from './lockstep';

/** What it needs of a lab. */
type SteppingLab = Pick<Lab, 'store' | 'advance'>;

/**
 * Has labs that are compared take steps that one of them was asked for: those that are behind first come to where the
 * farthest is, unless one has parameters that were brought, then each takes exactly so many. One that fails on the way
 * says so itself, and keeps the others from nothing.
 * @param asked one of them, which is paused
 * @returns the frame of the asked one after them, once all the others are there, too
 * @throws what ends the steps of the asked one
 */
export async function stepTogether(labs: readonly SteppingLab[], asked: SteppingLab, count: number): Promise<Frame> {
  const going = labs.filter((lab) => lab === asked || canTrain(lab.store.getState()));
  /** The frame after so many steps; null of another one that could not take them. */
  const advance = (lab: SteppingLab, steps: number): Promise<Frame | null> =>
    lab === asked ? lab.advance(steps) : lab.advance(steps).catch(() => null);
  // No steps: has one that sleeps wake, one that trains stop, and says where it is.
  const here = await Promise.all(going.map((lab) => advance(lab, 0)));
  const apart = labs.some(({ store }) => store.getState().brought);
  const farthest = Math.max(...here.flatMap((frame) => frame?.step ?? []));
  const there = await Promise.all(
    going.map((lab, i) => {
      const frame = here[i]!;
      if (frame === null) return null;
      return advance(lab, count + (apart ? 0 : farthest - frame.step));
    }),
  );
  return there[going.indexOf(asked)]!;
}
