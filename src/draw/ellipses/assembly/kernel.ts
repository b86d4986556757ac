// AssemblyScript, compiled by `npm run kernels`
/**
 * The picture is made in horizontal bands, so that the buffers stay in the cache and a long paint can pause between
 * two of them. Every ellipse waits in the list of the first band that it meets and moves on to the next.
 */
import { MARGIN, setRow } from './contour';
import { classOf, cx, cy, draw, reachX, reachY, take } from './ellipse';
import { blank, DOTS, toneRow } from './tone';

export { setCloud, setFocus, setInk, setView } from './ellipse';
export { setTone } from './tone';

/** Pixels a side of the columns of a band whose classes are noted together. */
const TILE: i32 = 32;

let width: i32 = 0;
let height: i32 = 0;
let bandRows: i32 = 1;
let bands: i32 = 0;
let tiles: i32 = 0;
let pitch: i32 = 0;
let planeBytes: usize = 0;

let planes: usize = 0;
let dots: usize = 0;
let carries: usize = 0;
let masks: usize = 0;
let inked: usize = 0;
let heads: usize = 0;
let nexts: usize = 0;
let pixels: usize = 0;
let pixelPitch: i32 = 0;

/** First address that is the host's. */
export function heapBase(): usize {
  return __heap_base;
}

/** Where everything is; `classes` planes, and one more for the dots. All memory zero at first. */
export function setTarget(
  pictureWidth: i32,
  pictureHeight: i32,
  rows: i32,
  classes: i32,
  planeAddress: usize,
  carryAddress: usize,
  maskAddress: usize,
  inkedAddress: usize,
  headAddress: usize,
  pixelAddress: usize,
): void {
  width = pictureWidth;
  height = pictureHeight;
  bandRows = rows;
  bands = (height + rows - 1) / rows;
  const columns = (width + 3) & ~3;
  tiles = (columns + TILE - 1) / TILE;
  pixelPitch = columns << 2;
  pitch = (columns + 2 * MARGIN) << 2;
  // Rows come in fours: three more than the band has may be touched, with zeros.
  planeBytes = <usize>(pitch * (rows + 3));
  planes = planeAddress;
  dots = planeAddress + <usize>classes * planeBytes;
  carries = carryAddress;
  masks = maskAddress;
  inked = inkedAddress;
  heads = headAddress;
  pixels = pixelAddress;
  setRow(pitch, <f32>(columns + MARGIN));
}

/** Starts a picture: hands the first `count` ellipses of the cloud to the bands. `next` has room for a number each. */
export function sort(count: i32, next: usize): void {
  nexts = next;
  memory.fill(heads, 0xff, (<usize>bands) << 2);
  // A picture may have been dropped halfway through a band.
  memory.fill(planes, 0, dots + planeBytes - planes);
  memory.fill(masks, 0, (<usize>tiles) << 2);
  for (let i = 0; i < count; i++) {
    if (!take(i)) continue;
    const top = cy - reachY;
    if (top >= <f64>height || cy + reachY <= 0 || cx + reachX <= 0 || cx - reachX >= <f64>width) continue;
    push(<i32>max<f64>(top, 0) / bandRows, i);
  }
}

@inline
function push(band: i32, i: i32): void {
  const head = heads + ((<usize>band) << 2);
  store<i32>(nexts + ((<usize>i) << 2), load<i32>(head));
  store<i32>(head, i);
}

/** What is left to do in a band, and whether it has changed the picture. */
const UNFINISHED: i32 = 0;
const SAME: i32 = 1;
const CHANGED: i32 = 2;

/** Works on a band: at most `most` ellipses, then the tones. Bands come in order, from 0, each until it is finished. */
export function paintBand(band: i32, most: i32): i32 {
  if (!accumulate(band, most)) return UNFINISHED;
  return tone(band) ? CHANGED : SAME;
}

/** Adds to a band's planes at most `most` of the ellipses that wait for it. Returns whether none is left. */
export function accumulate(band: i32, most: i32): bool {
  const top = band * bandRows;
  const rows = min(bandRows, height - top);
  const head = heads + ((<usize>band) << 2);
  for (let i = load<i32>(head); i >= 0; i = load<i32>(head)) {
    if (--most < 0) return false;
    store<i32>(head, load<i32>(nexts + ((<usize>i) << 2)));
    take(i);
    const c = classOf(i);
    note(c);
    draw(i, planes + <usize>c * planeBytes, dots, <f64>top, <f64>rows);
    if (cy + reachY > <f64>(top + rows) && band + 1 < bands) push(band + 1, i);
  }
  return true;
}

/** Makes pixels of a band's tiles that have ink, or had; leaves the band's buffers zero. */
function tone(band: i32): bool {
  const top = band * bandRows;
  const rows = min(bandRows, height - top);
  let changed = false;
  memory.fill(carries, 0, (<usize>rows) << 7);
  for (let t = 0; t < tiles; t++) {
    const note = masks + ((<usize>t) << 2);
    const mask = load<u32>(note);
    const was = inked + <usize>(band * tiles + t);
    if (!mask && !load<u8>(was)) continue;
    changed = true;
    store<u32>(note, 0);
    store<u8>(was, mask !== 0);
    const from = t === 0 ? 0 : t * TILE + MARGIN;
    const to = min((t + 1) * TILE, pixelPitch >> 2) + MARGIN;
    let out = pixels + <usize>(top * pixelPitch);
    for (let row = 0; row < rows; row++, out += pixelPitch) {
      if (mask) {
        const at = <usize>(row * pitch);
        toneRow(planes + at, planeBytes, dots + at, carries + ((<usize>row) << 7), mask, from, to, out);
      } else {
        clear(out + ((<usize>(t * TILE)) << 2), out + ((<usize>(to - MARGIN)) << 2));
      }
    }
  }
  return changed;
}

/** Leaves no ink in the pixels from one address to another, a multiple of four of them. */
@inline
function clear(from: usize, to: usize): void {
  const empty = i32x4.splat(blank);
  for (; from < to; from += 16) v128.store(from, empty);
}

/** Marks the tiles that the ellipse in hand may touch; its last column writes up to four further. */
@inline
function note(c: i32): void {
  const bits = ((<u32>1) << c) | DOTS;
  const from = max(0, <i32>max<f64>(cx - reachX - 2, 0) / TILE);
  const to = min(tiles - 1, <i32>min<f64>(cx + reachX + 6, <f64>width) / TILE);
  for (let t = from; t <= to; t++) {
    const at = masks + ((<usize>t) << 2);
    store<u32>(at, load<u32>(at) | bits);
  }
}
