/** Bytes that may be kept of the past of a run. */
export interface PastRoom {
  /** While it has a worker; 0 keeps nothing. */
  readonly awake: number;
  /** While it sleeps; asked when it falls asleep. */
  asleep(): number;
}

/** Of a lab whose past cannot be shown. */
export const NO_PAST: PastRoom = { awake: 0, asleep: () => 0 };

const AWAKE = 20e6;

/** For all labs of a page that sleep, together: twenty of them took 150 MB. */
const ASLEEP = 40e6;

/** @param number of the labs that have a past, as there are when one of them falls asleep */
export const sharedRoom = (number: () => number): PastRoom => ({
  awake: AWAKE,
  asleep: () => Math.min(AWAKE, ASLEEP / number()),
});
