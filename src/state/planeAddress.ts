/**
 * The window of the plane, the pins, A − B + C of them and an image as an address writes them: `w=x,y,half`,
 * `p=x,y;x,y,name`, `ar=1,2,3` and `x=17`.
 */
import type { PlaneWindow } from '../math/window';
import type { Three } from './pinArithmetic';
import { MAX_PINS } from './pinBounds';
import { letterOf, nameFrom } from './pinNames';
import { FARTHEST, HALF } from './planeView';

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

/** The centre is written as finely as the size: in a small window far out its own digits would not do. */
export function formatWindow({ x, y, half }: PlaneWindow): string {
  const place = Math.max(0, DIGITS - 1 - Math.floor(Math.log10(half)));
  return [atPlace(x, place), atPlace(y, place), Number(half.toPrecision(DIGITS))].join(',');
}

/** A pin with its name, where it has one of its own. */
export interface NamedPoint extends Point {
  readonly name?: string;
}

/** Null for what is no pin. */
function parsePin(text: string): NamedPoint | null {
  const [, place, escaped] = /^([^,]*,[^,]*)(?:,(.*))?$/s.exec(text) ?? [];
  const point = numbers(place ?? '', 2);
  if (!point?.every(isNear)) return null;
  const at = { x: point[0]!, y: point[1]! };
  if (escaped === undefined) return at;
  const name = nameFrom(unescaped(escaped));
  return name === null ? null : { ...at, name };
}

/** A name without what would end it in a list; undone by `unescaped`. */
const escapedName = (name: string): string => name.replace(/[%;]/g, encodeURIComponent);
const unescaped = (text: string): string => text.replace(/%25|%3B/gi, decodeURIComponent);

/** Null for what is no list of pins, or a longer one than the plane takes. */
export function parsePins(text: string): NamedPoint[] | null {
  const parts = text === '' ? [] : text.split(';');
  const pins = parts.flatMap((part) => parsePin(part) ?? []);
  return pins.length === parts.length && pins.length <= MAX_PINS ? pins : null;
}

/** Coordinates are given to so many places as well as digits: next to nothing is nothing. */
export function formatPins(pins: readonly NamedPoint[]): string {
  const short = (value: number): number => atPlace(Number(value.toPrecision(DIGITS)), DIGITS + 1);
  return pins
    .map(({ x, y, name = '' }, i) => {
      const own = name === '' || name === letterOf(i) ? [] : [encodeURIComponent(escapedName(name))];
      return [short(x), short(y), ...own].join(',');
    })
    .join(';');
}

/** The places of three pins in their list, from 0; null for what is none. An address counts from 1. */
export function parseTerms(text: string): Three<number> | null {
  const places = numbers(text, 3)?.map((place) => place - 1);
  if (!places?.every((place) => Number.isInteger(place) && place >= 0 && place < MAX_PINS)) return null;
  return [places[0]!, places[1]!, places[2]!];
}

export const formatTerms = (places: Three<number>): string => places.map((place) => place + 1).join(',');

/** The index of an image; null for what is none, or more than any data set has. */
export const parseImage = (text: string): number | null => (/^\d{1,9}$/.test(text) ? Number(text) : null);
