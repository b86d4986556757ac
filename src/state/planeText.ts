/** What is on the plane as an address writes it; `planeAddress` reads it. */
import type { PlaneBox, PlaneWindow } from '../math/window';
import { letterOf } from './pinNames';
import type { NamedPoint } from './planeAddress';

/** Significant digits: below what can be told apart on a screen. */
const DIGITS = 5;

/** A number to a place after the point; without −0. */
const atPlace = (value: number, place: number): number => Number(value.toFixed(place)) + 0;

/** Places after the point at which a length has all of its digits. */
const placeOf = (length: number): number => Math.max(0, DIGITS - 1 - Math.floor(Math.log10(length)));

/** The centre is written as finely as the size: in a small window far out its own digits would not do. */
export function formatWindow({ x, y, half }: PlaneWindow): string {
  const place = placeOf(half);
  return [atPlace(x, place), atPlace(y, place), Number(half.toPrecision(DIGITS))].join(',');
}

type Edges = readonly [left: number, bottom: number, right: number, top: number];

/** Edges to the places of their shorter side. */
function rounded(edges: Edges): Edges {
  const [left, bottom, right, top] = edges;
  const place = placeOf(Math.min(right - left, top - bottom));
  return edges.map((edge) => atPlace(edge, place)) as unknown as Edges;
}

/**
 * Edges are written as finely as the shorter side. Twice, since rounding may bring that to the next power of ten, which
 * has a place less: what is read from the address is written the same.
 */
export const formatRegion = ({ left, bottom, right, top }: PlaneBox): string =>
  rounded(rounded([left, bottom, right, top])).join(',');

/** A name without what would end it in a list. */
const escapedName = (name: string): string => name.replace(/[%;]/g, encodeURIComponent);

/** Coordinates are given to so many places as well as digits: next to nothing is nothing. */
export function formatPins(pins: readonly NamedPoint[]): string {
  const short = (value: number): number => atPlace(Number(value.toPrecision(DIGITS)), DIGITS + 1);
  return pins
    .map(({ x, y, name = '', code }, i) => {
      const own = name === '' || name === letterOf(i) ? [] : [encodeURIComponent(escapedName(name))];
      return [code ? code.map(short).join('/') : [short(x), short(y)], ...own].join(',');
    })
    .join(';');
}
