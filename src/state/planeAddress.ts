/**
 * What is on the plane as an address has it: the window `w=x,y,half`, the pins `p=x,y;x,y,name`, of codes
 * of more axes `p=z/z/z,name`, A − B + C of them
 * `ar=1,2,3`, the region `rg=left,bottom,right,top`, and the numbers of an image and of a draw, `x=17` and `pr=0`.
 */
import type { PlaneBox, PlaneWindow } from '../math/window';
import type { Three } from './pinArithmetic';
import { MAX_PINS } from './pinBounds';
import { nameFrom } from './pinNames';
import { FARTHEST, HALF } from './planeView';
import { isRegion } from './region';

export interface Point {
  readonly x: number;
  readonly y: number;
}

const NUMBER = /^-?\d+(\.\d+)?(e-?\d+)?$/i;

/** Separate numbers; null where there are others than `count`, or something else. */
function numbers(text: string, count: number, separator = ','): number[] | null {
  const parts = text.split(separator).map((part) => part.trim());
  return parts.length === count && parts.every((part) => NUMBER.test(part)) ? parts.map(Number) : null;
}

const isNear = (value: number): boolean => Math.abs(value) <= FARTHEST;

/** Null for what is no window. */
export function parseWindow(text: string): PlaneWindow | null {
  const parts = numbers(text, 3);
  if (parts === null) return null;
  const [x, y, half] = parts as [number, number, number];
  return isNear(x) && isNear(y) && half >= HALF.min && half <= HALF.max ? { x, y, half } : null;
}

/** Null for what is no region. */
export function parseRegion(text: string): PlaneBox | null {
  const parts = numbers(text, 4);
  if (parts === null) return null;
  const [left, bottom, right, top] = parts as [number, number, number, number];
  const box = { left, bottom, right, top };
  return isRegion(box) ? box : null;
}

/** A pin with its name, where it has one of its own. */
export interface NamedPoint extends Point {
  readonly name?: string;
  /** All numbers of a code of more axes than two. */
  readonly code?: readonly number[] | null;
}

/** Null for what is no pin. */
function parsePin(text: string): NamedPoint | null {
  const [, place = '', escaped] = /^([^,/]*,[^,]*|[^,]*\/[^,]*)(?:,(.*))?$/s.exec(text) ?? [];
  const separator = place.includes('/') ? '/' : ',';
  const code = numbers(place, separator === ',' ? 2 : Math.max(3, place.split('/').length), separator);
  if (!code?.every(isNear)) return null;
  const at = { x: code[0]!, y: code[1]!, ...(separator === '/' && { code }) };
  if (escaped === undefined) return at;
  const name = nameFrom(unescaped(escaped));
  return name === null ? null : { ...at, name };
}

/** Undoes what keeps a name from ending in a list of pins. */
const unescaped = (text: string): string => text.replace(/%25|%3B/gi, decodeURIComponent);

/** Null for what is no list of pins, or a longer one than the plane takes. */
export function parsePins(text: string): NamedPoint[] | null {
  const parts = text === '' ? [] : text.split(';');
  const pins = parts.flatMap((part) => parsePin(part) ?? []);
  return pins.length === parts.length && pins.length <= MAX_PINS ? pins : null;
}

/** The places of three pins in their list, from 0; null for what is none. An address counts from 1. */
export function parseTerms(text: string): Three<number> | null {
  const places = numbers(text, 3)?.map((place) => place - 1);
  if (!places?.every((place) => Number.isInteger(place) && place >= 0 && place < MAX_PINS)) return null;
  return [places[0]!, places[1]!, places[2]!];
}

/** The places of three pins in their list, from 0, as an address has them. */
export const formatTerms = (places: Three<number>): string => places.map((place) => place + 1).join(',');

/** The index of an image or the number of a draw; null for what is none, or more than there are. */
export const parseWhole = (text: string): number | null => (/^\d{1,9}$/.test(text) ? Number(text) : null);
