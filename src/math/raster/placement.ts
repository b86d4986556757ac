import { imageOf } from '../imageOf';
import { quantile } from '../quantile';
import { type Cut, cutOut } from './cut';
import { type Extent, extentOf } from './extent';
import { borderOf, type Raster } from './raster';

/** From where to where most images of a data set are, in pixels. */
interface Range {
  readonly least: number;
  readonly most: number;
}

/** Which centre is nearly the same in all images, and where: of the box around the ink, or of its mass. */
interface Centre extends Range {
  readonly of: 'box' | 'mass';
}

/** How the images of a data set lie: as digits of MNIST do, 20 pixels long around the centre of mass of the frame. */
export interface Placement {
  /** The intensity without ink. */
  readonly paper: 0 | 1;
  /** The longer side of the box around the ink. */
  readonly side: Range;
  readonly across: Centre;
  readonly down: Centre;
}

/** Images that are measured. */
const MEASURED = 400;

/** How near to black or white most of the border of the images has to be, so that it is paper. */
const PLAIN = 0.1;

/** Share of the images that is left out at each end of a range. */
const TAIL = 0.05;

/**
 * Images from all over a data set, which stand for the rest: to look at all pixels would hold up the page.
 * @param images n × (height·width) intensities in [0, 1]
 * @returns 400 of them at most
 */
export function measuredOf(images: Float32Array, width: number, height: number): Raster[] {
  const n = images.length / (width * height);
  const count = Math.min(n, MEASURED);
  return Array.from({ length: count }, (_, i) => {
    const pixels = imageOf({ images, width, height }, Math.floor((i * n) / count));
    return { width, height, pixels };
  });
}

/**
 * Measures how images lie.
 * @param images n × (height·width) intensities in [0, 1]
 * @returns null where they have no paper around them that is nearly black or white, or no ink
 */
export function measurePlacement(images: Float32Array, width: number, height: number): Placement | null {
  const some = measuredOf(images, width, height);
  const border = quantile(some.flatMap(borderOf), 0.5);
  if (border > PLAIN && border < 1 - PLAIN) return null;
  const paper = border < 0.5 ? 0 : 1;
  const extents = some.flatMap((image) => extentOf(image, paper) ?? []);
  if (extents.length === 0) return null;
  return {
    paper,
    side: rangeOf(extents.map(sideOf)),
    across: steadier(
      extents.map(middleX),
      extents.map(({ x }) => x),
    ),
    down: steadier(
      extents.map(middleY),
      extents.map(({ y }) => y),
    ),
  };
}

const sideOf = ({ left, right, top, bottom }: Extent): number => Math.max(right - left, bottom - top);
const middleX = ({ left, right }: Extent): number => (left + right) / 2;
const middleY = ({ top, bottom }: Extent): number => (top + bottom) / 2;

function rangeOf(values: readonly number[]): Range {
  return { least: quantile(values, TAIL), most: quantile(values, 1 - TAIL) };
}

/** The centre that varies less. */
function steadier(boxes: readonly number[], masses: readonly number[]): Centre {
  const [box, mass] = [rangeOf(boxes), rangeOf(masses)];
  return mass.most - mass.least < box.most - box.least ? { of: 'mass', ...mass } : { of: 'box', ...box };
}

/** A drawing is enlarged this many times at most: a dot stays a dot. */
const MOST_ENLARGED = 5;

/** Each try comes nearer: what a smaller image is measured to be depends on how its pixels cut the ink. */
const TRIES = 6;

/** Pixels within which a drawing lies where it should. */
const NEAR = 0.02;

/**
 * Sees a drawing as the images of a data set are seen: where it is larger, smaller or farther off than most of them, it
 * is brought to the next size and place that they have. One that lies among them already stays as it is.
 * @param raster a whole number of times larger than the images
 */
export function placed(raster: Raster, placement: Placement, width: number, height: number): Raster {
  const { paper, side, across, down } = placement;
  const factor = raster.width / width;
  let cut: Cut = { x: 0, y: 0, scale: factor };
  let seen = cutOut(raster, cut, width, height, paper);
  for (let tries = 0; tries < TRIES; tries++) {
    const extent = extentOf(seen, paper);
    if (extent === null) break;
    const length = sideOf(extent);
    const scale = Math.max((cut.scale * length) / within(length, side), factor / MOST_ENLARGED);
    const [x, y] = [across.of === 'box' ? middleX(extent) : extent.x, down.of === 'box' ? middleY(extent) : extent.y];
    const next = {
      x: cut.x + cut.scale * x - scale * within(x, across),
      y: cut.y + cut.scale * y - scale * within(y, down),
      scale,
    };
    const moved = Math.max(Math.abs(next.x - cut.x), Math.abs(next.y - cut.y)) / factor;
    if (moved < NEAR && Math.abs(scale / cut.scale - 1) * length < NEAR) break;
    cut = next;
    seen = cutOut(raster, cut, width, height, paper);
  }
  return seen;
}

const within = (value: number, { least, most }: Range): number => Math.min(most, Math.max(least, value));
