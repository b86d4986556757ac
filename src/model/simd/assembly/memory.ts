/**
 * Where everything lives in linear memory, and in which order.
 *
 * A matrix of `rows × columns` is kept in *panels* of eight columns: all rows of columns 0…7, then all rows of
 * columns 8…15, and so on, so that a row of a panel is 32 bytes. Columns are filled up with zeros to a multiple
 * of eight, rows of a batch to a multiple of eight too.
 *
 *     rows × columns            panel 0          panel 1
 *     r0: c0 … c7 c8 … c15  →   r0: c0 … c7      r0: c8 … c15
 *     r1: c0 … c7 c8 … c15      r1: c0 … c7      r1: c8 … c15
 *
 * Parameters come first, then the data, then the workspace of a batch; the last two move when they grow.
 */

/** Bytes of a row of a panel, and of an 8 × 8 block. */
export const ROW: usize = 32;
export const BLOCK: usize = 256;
/** Rows between the panels of the workspace, so that the same row of all panels is not in the same set of the cache. */
const SKEW: usize = 2;

/** One dense layer y = x·W + b. Widths are those in memory, filled up to multiples of eight. */
@unmanaged
export class Layer {
  inputs: i32;
  outputs: i32;
  /** Bytes of a panel of W: `inputs` rows and the bias as one more. */
  panel: usize;
  /** W and b, and Adam's two moments: panels of (inputs + 1) × outputs. */
  weights: usize;
  first: usize;
  second: usize;
  /** x, rows × inputs, in panels of eight inputs: the encoder's rows are images, the decoder's codes … */
  input: usize;
  /** … and its transpose, inputs × rows, in panels of eight rows, and a row of ones for the bias: only while training. */
  transposed: usize;
  /** y, rows × outputs. The next layer's input, but for the head and the output layer. */
  output: usize;
  /** ∂L/∂y, rows × outputs. The output layer's is written over y. */
  delta: usize;
  /** GELU only: the derivative at the pre-activations, rows × outputs. */
  slope: usize;
}

const MAX_HIDDEN: i32 = 8;
const LAYER_BYTES: usize = 64;
const table: usize = memory.data(<i32>LAYER_BYTES * 18, 16);
const widths: usize = memory.data(4 * 8, 16);

/** D and d as the model has them, not filled up. */
export let pixels: i32 = 0;
export let latent: i32 = 0;
export let hidden: i32 = 0;
export let activation: i32 = 0;

// Families of posteriors (math/posterior.ts). A box is a diagonal: its noise and the constant of its K come from outside.
export const POINT: i32 = 0;
export const ISOTROPIC: i32 = 1;
export const DIAGONAL: i32 = 2;
export const FULL: i32 = 3;
export let family: i32 = DIAGONAL;
/** Columns of a slot of the head's output, one for each axis: four or eight. See `slotAt`. */
export let slotWidth: i32 = 0;

export let data: usize = 0;
/** The intensities that batches are drawn of: the data, unless they have a place of their own. */
export let drawn: usize = 0;
export let pixelBytes: i32 = 4;
let dataEnd: usize = 0;
let dataStart: usize = 0;
/** Images that the workspace has room for, and codes that are decoded: several of each image where it has several samples. */
export let capacity: i32 = 0;
export let codeCapacity: i32 = 0;

export let indices: usize = 0;
export let noise: usize = 0;
/** Rows of the head as the layout has them, on their way out. */
export let heads: usize = 0;
/** Images on their way in or out, capacity × D, row-major. */
export let images: usize = 0;
/** ∂z/∂(ln L_ii²) and ∂L/∂z, codes × 8. */
export let spread: usize = 0;
export let codeDelta: usize = 0;
/** One panel of Wᵀ. */
export let turned: usize = 0;
/** Lists of the pixels that are not 0 (lists.ts): of each entry its value and its offset, and where the list of each row ends. */
export let values: usize = 0;
export let offsets: usize = 0;
export let ends: usize = 0;
/** Whether most pixels of the data, and of what is drawn of them, are 0. */
export let sparseData: bool = false;
export let sparseDraws: bool = false;
/** What the rows of four panels of a product start from. */
export const starts: usize = memory.data(128, 32);
/** The gradient of eight rows of a panel, or of two of four: all that there is of it at a time. */
export const gradient: usize = memory.data(256, 64);
/** A row of zeros, and of eight images the addresses and the places of their first pixels among all. */
export const zeros: usize = memory.data(32, 32);
export const sources: usize = memory.data(32, 32);
export const places: usize = memory.data(32, 32);

@inline
export function layerAt(index: i32): Layer {
  return changetype<Layer>(table + <usize>index * LAYER_BYTES);
}

@inline
export function layerCount(): i32 {
  return 2 * hidden + 2;
}

@inline
export function padded(count: i32): i32 {
  return (count + 7) & ~7;
}

/** Bytes from one panel of a matrix of `rows` (a multiple of eight) in the workspace to the next. */
@inline
export function panelStride(rows: i32): usize {
  return (<usize>rows + SKEW) * ROW;
}

/**
 * Bytes from the head's first panel to a slot of its output, `slotWidth` columns of which the first d are in use: slot 0
 * is μ, slot 1 ln L_ii² (of an isotropic posterior its first column alone; a point has none), and slot 2 + k of a full
 * covariance column k of L below its diagonal, L_ik in column i. Slots of four columns share a panel:
 *
 *     d ≤ 4, full     panel 0                     panel 1
 *                     μ₀ … μ₃ ln L₀₀² … ln L₃₃²   0 L₁₀ L₂₀ L₃₀ 0 0 L₂₁ L₃₁   …
 */
@inline
export function slotAt(slot: i32, stride: usize): usize {
  return slotWidth == 4 ? <usize>(slot >> 1) * stride + <usize>((slot & 1) << 4) : <usize>slot * stride;
}

/** How many slots the head's output has. */
@inline
function slotCount(): i32 {
  if (family == POINT) return 1;
  return family == FULL ? latent + 1 : 2;
}

/** Numbers in a row of the head as the layout has them. */
@inline
function headWidth(): i32 {
  if (family == POINT) return latent;
  if (family == ISOTROPIC) return latent + 1;
  return 2 * latent + (family == FULL ? (latent * (latent - 1)) / 2 : 0);
}

let top: usize = 0;
/** What can be addressed, but for the last page: sums up to there do not wrap around. */
const MOST: usize = 0xffff0000;

/**
 * Takes `bytes` from the top, starting on a line of the cache. What does not fit any more takes all that is left, which
 * `grow` refuses.
 */
function take(bytes: usize): usize {
  const start = (top + 63) & ~63;
  top = bytes > MOST - start ? MOST : start + bytes;
  return start;
}

/** Makes memory at least as long as what has been taken. @returns whether there is so much */
function grow(): bool {
  if (top == MOST) return false;
  const pages = <i32>((top + 65535) >> 16);
  const more = pages - memory.size();
  return more <= 0 || memory.grow(more) >= 0;
}

/** Adds a hidden layer of the encoder; before `configure`. */
export function addHidden(width: i32): void {
  if (hidden == MAX_HIDDEN) unreachable();
  store<i32>(widths + 4 * <usize>hidden, width);
  hidden++;
}

function shape(index: i32, inputs: i32, outputs: i32): void {
  const layer = layerAt(index);
  layer.inputs = padded(inputs);
  layer.outputs = padded(outputs);
  layer.panel = (<usize>layer.inputs + 1) * ROW;
  const bytes = layer.panel * (<usize>layer.outputs >> 3);
  layer.weights = take(bytes);
  layer.first = take(bytes);
  layer.second = take(bytes);
}

/** Lays out the parameters. Memory from the heap's base on is zero at first. Call once. */
export function configure(inputs: i32, dimensions: i32, kind: i32, posterior: i32): bool {
  pixels = inputs;
  latent = dimensions;
  activation = kind;
  family = posterior;
  slotWidth = dimensions > 4 ? 8 : 4;
  top = __heap_base;
  let width = inputs;
  for (let i = 0; i < hidden; i++) {
    const next = load<i32>(widths + 4 * <usize>i);
    shape(i, width, next);
    width = next;
  }
  shape(hidden, width, slotCount() * slotWidth);
  width = dimensions;
  for (let i = 0; i < hidden; i++) {
    const next = load<i32>(widths + 4 * <usize>(hidden - 1 - i));
    shape(hidden + 1 + i, width, next);
    width = next;
  }
  shape(2 * hidden + 1, width, inputs);
  dataStart = top;
  dataEnd = top;
  return grow();
}

/**
 * Makes room for `count` images of `bytes` bytes a pixel. The workspace moves behind them.
 * @param apart whether the intensities that batches are drawn of are others, which take as much again
 * @param sparse whether so many pixels are 0 that passing over them is faster (density.ts), and …
 * @param sparseDrawn … so many of what is drawn of the intensities
 */
export function placeData(count: i32, bytes: i32, apart: bool, sparse: bool, sparseDrawn: bool): bool {
  top = dataStart;
  pixelBytes = bytes;
  sparseData = sparse;
  sparseDraws = sparseDrawn;
  // Eight rows of a panel are read at once, so up to 32 bytes past the last pixel.
  const size = <usize>count * <usize>pixels * <usize>bytes + ROW;
  data = take(size);
  drawn = apart ? take(size) : data;
  dataEnd = top;
  return reserve(capacity, codeCapacity);
}

/** After the last row of each panel of xᵀ a row of ones, whose product with δ is the bias's gradient. */
function placeOnes(layer: Layer, rows: i32): void {
  const hop = panelStride(layer.inputs);
  const ones = f32x4.splat(1);
  let at = layer.transposed + <usize>layer.inputs * ROW;
  for (let row = 0; row < rows; row += 8) {
    v128.store(at, ones);
    v128.store(at, ones, 16);
    at += hop;
  }
}

/** Makes room for batches of up to `count` images, of which up to `codes` codes are decoded. */
export function reserve(count: i32, codes: i32): bool {
  capacity = padded(count);
  codeCapacity = padded(codes);
  top = dataEnd;
  indices = take(<usize>capacity * 4);
  noise = take(<usize>codeCapacity * <usize>latent * 4 + ROW);
  heads = take(<usize>capacity * <usize>headWidth() * 4);
  images = take(<usize>capacity * <usize>pixels * 4 + ROW);
  spread = take(panelStride(codeCapacity));
  codeDelta = take(panelStride(codeCapacity));
  let widest = 0;
  for (let i = 0, n = layerCount(); i < n; i++) {
    const layer = layerAt(i);
    const rows = i > hidden ? codeCapacity : capacity;
    const stride = panelStride(rows);
    const panels = <usize>layer.outputs >> 3;
    layer.input = i > 0 && i != hidden + 1 ? layerAt(i - 1).output : take(stride * (<usize>layer.inputs >> 3));
    layer.transposed = take(panelStride(layer.inputs) * (<usize>rows >> 3));
    layer.output = take(stride * panels);
    layer.delta = i == n - 1 ? layer.output : take(stride * panels);
    // Neither the head nor the output is activated.
    layer.slope = activation == 2 && i != hidden && i != n - 1 ? take(stride * panels) : 0;
    widest = max(widest, layer.outputs);
  }
  turned = take(ROW * <usize>widest);
  const inputs = layerAt(0).inputs + 1;
  // Four entries are written at once, of which as few as one counts.
  const entries = <usize>capacity * <usize>inputs + 4;
  values = take(4 * entries);
  offsets = take(4 * entries);
  ends = take(4 * <usize>max(capacity, inputs));
  if (!grow()) return false;
  for (let i = 0, n = layerCount(); i < n; i++) placeOnes(layerAt(i), i > hidden ? codeCapacity : capacity);
  return true;
}
