import { fromOklab } from './oklab';
import type { Rgb } from './theme';

/** Centre of the circle in OKLab and its radius: as large as sRGB has it with three to one between every mark and the page. */
const CIRCLES = {
  light: { centre: [0.54, 0.02, -0.02], radius: 0.14 },
  dark: { centre: [0.68, 0.02, -0.02], radius: 0.16 },
} as const;

/** Two directions at right angles that the circle lies in: one of hue alone, and one that is mostly of lightness. */
const TURN = (120 * Math.PI) / 180;
const TILT = (60 * Math.PI) / 180;
const ACROSS = [0, Math.cos(TURN), Math.sin(TURN)] as const;
const ALONG = [-Math.sin(TILT), -Math.sin(TURN) * Math.cos(TILT), Math.cos(TURN) * Math.cos(TILT)] as const;

/**
 * A cyclic scale for marks on the page: a circle in OKLab, so that equal steps look equal all the way round and the end is
 * the beginning. It is tilted: a ring of hues of one lightness would have equal colours for those who do not see red or
 * green.
 * @param share of the way round, of any size: whole numbers are the same colour
 */
export function cyclicMark(share: number, dark: boolean): Rgb {
  const { centre, radius } = CIRCLES[dark ? 'dark' : 'light'];
  const [across, along] = [radius * Math.cos(2 * Math.PI * share), radius * Math.sin(2 * Math.PI * share)];
  const [lightness, a, b] = centre.map((middle, k) => middle + across * ACROSS[k]! + along * ALONG[k]!);
  return fromOklab(lightness!, a!, b!);
}
