/**
 * A cloud that a reader has painted, as a text that an address can hold: what it was painted on, a cloud by its place in
 * `CLOUDS` or - for nothing, then the places of the brush, in the order in which it touched them. Each has four characters,
 * x and y in steps of 1/4096 of the pad, from the left and from below. After a point the brush erases, after ~ it paints.
 * Empty is nothing.
 */
import { createRandom } from '../../../math/random';
import { fitWindow, type PlaneWindow } from '../../../math/window';
import { CLOUDS, type DrawnCloud, drawnCloud, erased, sprayed } from './clouds';

export type Place = readonly [x: number, y: number];

/** What clouds are painted in: the prior's 3σ circle with a little air. */
export const PAD: PlaneWindow = fitWindow(new Float32Array(0));

/** What is a text of a painted cloud. */
export const PAINTED = /^(?:[0-3-](?:[.~]?[\w-]{4})*)?$/;

const ERASES = '.';
const PAINTS = '~';
const NOTHING = '-';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Steps a side, of two letters. */
const STEPS = LETTERS.length ** 2;

/** The middle of a step, in units of the plane, and the step that a place is in. */
const placeOf = (step: number): number => ((2 * (step + 0.5)) / STEPS - 1) * PAD.half;
const stepOf = (place: number): number => Math.floor(((place / PAD.half + 1) / 2) * STEPS);

const written = (step: number): string =>
  `${LETTERS[Math.floor(step / LETTERS.length)]}${LETTERS[step % LETTERS.length]}`;

const read = (letters: string): number => LETTERS.indexOf(letters[0]!) * LETTERS.length + LETTERS.indexOf(letters[1]!);

/** One touch of the brush. */
interface Dab {
  readonly at: Place;
  readonly erases: boolean;
}

/** The dabs of a text that is one. */
function dabsOf(text: string): Dab[] {
  let erases = false;
  return [...text.slice(1).matchAll(/([.~]?)([\w-]{4})/g)].map(([, tool, letters]) => {
    if (tool !== '') erases = tool === ERASES;
    return { at: [placeOf(read(letters!.slice(0, 2))), placeOf(read(letters!.slice(2)))], erases };
  });
}

/** What begins the text of what is painted on a cloud. */
export const paintingOn = (cloud: DrawnCloud): string => String(CLOUDS.indexOf(cloud));

/**
 * A painted cloud after one more touch of the brush; the same where it is off the pad.
 * @param text that of the cloud before, which may be empty
 */
export function touched(text: string, [x, y]: Place, erases: boolean): string {
  const steps = [stepOf(x), stepOf(y)];
  if (!steps.every((step) => step >= 0 && step < STEPS)) return text;
  const base = text === '' ? NOTHING : text;
  const wasErasing = base.lastIndexOf(ERASES) > base.lastIndexOf(PAINTS);
  const tool = erases === wasErasing ? '' : erases ? ERASES : PAINTS;
  return base + tool + steps.map(written).join('');
}

/** A painted cloud, and its points, n × 2. */
export interface Painting {
  readonly text: string;
  readonly points: Float32Array;
}

/**
 * The points of a painted cloud: the same text has the same ones.
 * @param text of the form `PAINTED`
 * @param before the one that was painted before: where this one goes on from it the new dabs alone are done
 */
export function paintingOf(text: string, before: Painting | null): Painting {
  const goesOn = before !== null && before.text !== '' && text.startsWith(before.text);
  const dabs = dabsOf(text);
  const done = goesOn ? dabsOf(before.text).length : 0;
  let points = goesOn ? before.points : baseOf(text);
  for (const [i, { at, erases }] of dabs.entries()) {
    if (i < done) continue;
    points = erases ? erased(points, at) : sprayed(points, at, createRandom(CLOUDS.length, i));
  }
  return { text, points };
}

/** The points of what a text is painted on. */
function baseOf(text: string): Float32Array {
  // The first letter alone: those of the dabs after it may be digits, too.
  const place = Number.parseInt(text.charAt(0), 10);
  return Number.isNaN(place) ? new Float32Array(0) : drawnCloud(CLOUDS[place] as DrawnCloud);
}
