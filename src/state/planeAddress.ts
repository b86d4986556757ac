/**
 * What is on the plane as an address writes it: the window `w=x,y,half`, the pins `p=x,y;x,y`, the region
 * `rg=left,bottom,right,top`, and the numbers of an image and of a draw, `x=17` and `pr=0`.
 */
import type { PlaneBox, PlaneWindow } from '../math/window';
import { MAX_PINS } from './pins';
import { FARTHEST, HALF } from './planeView';
import { isRegion } from './region';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Significant digits: below what can be told apart on a screen. */
const DIGITS = 5;

const NUMBER = /^-?\d+(\.\d+)?(e-?\d+)?$/i;

/** Numbers separated by commas; null where there are others than `count`, or something else. */
function numbers(text: string, count: number): number[] | null {
  const parts = text.split(',').map((part) => part.trim());
  return parts.length === count && parts.every((part) => NUMBER.test(part)) ? parts.map(Number) : null;
}

const isNear = (value: number): boolean => Math.abs(value) <= FARTHEST;

/** A number to a place after the point; without −0. */
const atPlace = (value: number, place: number): number => Number(value.toFixed(place)) + 0;

/** Null for what is no window. */
export function parseWindow(text: string): PlaneWindow | null {
  const parts = numbers(text, 3);
  if (parts === null) return null;
  const [x, y, half] = parts as [number, number, number];
  return isNear(x) && isNear(y) && half >= HALF.min && half <= HALF.max ? { x, y, half } : null;
}

/** Places after the point at which a length has all of its digits. */
const placeOf = (length: number): number => Math.max(0, DIGITS - 1 - Math.floor(Math.log10(length)));

/** The centre is written as finely as the size: in a small window far out its own digits would not do. */
export function formatWindow({ x, y, half }: PlaneWindow): string {
  const place = placeOf(half);
  return [atPlace(x, place), atPlace(y, place), Number(half.toPrecision(DIGITS))].join(',');
}

/** Null for what is no region. */
export function parseRegion(text: string): PlaneBox | null {
  const parts = numbers(text, 4);
  if (parts === null) return null;
  const [left, bottom, right, top] = parts as [number, number, number, number];
  const box = { left, bottom, right, top };
  return isRegion(box) ? box : null;
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

/** Null for what is no list of pins, or a longer one than the plane takes. */
export function parsePins(text: string): Point[] | null {
  if (text === '') return [];
  const points = text.split(';').map((part) => numbers(part, 2));
  if (points.length > MAX_PINS || !points.every((point) => point?.every(isNear))) return null;
  return points.map((point) => ({ x: point![0]!, y: point![1]! }));
}

/** Coordinates are given to so many places as well as digits: next to nothing is nothing. */
export function formatPins(pins: readonly Point[]): string {
  const short = (value: number): number => atPlace(Number(value.toPrecision(DIGITS)), DIGITS + 1);
  return pins.map(({ x, y }) => `${short(x)},${short(y)}`).join(';');
}

/** The index of an image or the number of a draw; null for what is none, or more than there are. */
export const parseWhole = (text: string): number | null => (/^\d{1,9}$/.test(text) ? Number(text) : null);
