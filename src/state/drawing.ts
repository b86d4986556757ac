import type { StoreApi } from 'zustand/vanilla';
import { imageOf } from '../math/imageOf';
import { brushed, covered, inverted, isBlank, type Place } from '../math/raster/brush';
import { blank, enlarged, type Raster } from '../math/raster/raster';
import { stacked } from '../math/rows';
import type { Frame, PictureRequest } from '../worker/frameProtocol';
import type { Dataset } from '../worker/libraryProtocol';
import { type DrawingFit, fitTo, refitted, seenOf } from './drawingFit';
import type { DrawingState, Noise } from './drawingState';
import type { LabState } from './labState';
import { isAsked, PAD, type PadSource, type PadState } from './pad';
import { readPicture } from './picture';
import { checkIndex } from './selection';

/** What a drawing needs of its lab. */
export interface DrawingLab {
  readonly store: StoreApi<LabState>;
  show(key: string, request: PictureRequest | null): void;
  on(event: 'frame', listener: (frame: Frame) => void): () => void;
}

/** Steps that can be undone. */
const KEPT = 40;

const WIDTHS: DrawingState['widths'] = { draw: 0.1, erase: 0.14, cover: 0.34 };

/** What an undone step brings back. */
type Step = Pick<DrawingState, 'raster' | 'isPlaced' | 'original' | 'noise'>;

/** What is on the pad of a lab, and how it changes; the lab is asked about it while the pad is in use. */
export class Drawing {
  /** How it goes with the images of the data. */
  private fit: DrawingFit;
  private readonly undone: Step[] = [];
  /** Counts what was to be put on the pad: a picture that is read meanwhile is not put in the place of a later one. */
  private takes = 0;
  /** Where the pen was last, in pixels of the raster; null while it is lifted. */
  private pen: Place | null = null;
  /** What the lab was last asked about. */
  private asked: Float32Array | null = null;

  /** @throws Error while there are no images to draw like */
  constructor(
    private readonly lab: DrawingLab,
    private readonly store: StoreApi<PadState>,
  ) {
    const { dataset } = lab.store.getState();
    if (dataset === null) throw new Error('There are no images yet whose size a drawing could have');
    this.fit = fitTo(dataset);
    const { width, height, placement } = this.fit;
    const paper = placement?.paper ?? 0;
    this.put({
      raster: blank(width, height, paper),
      paper,
      isPlaced: this.lies(true),
      noise: { kind: 'gaussian', amount: 0, seed: 1 },
      original: null,
      tool: 'draw',
      widths: WIDTHS,
      shade: 0.5,
      isMissing: false,
    });
    lab.store.subscribe(({ dataset: present }) => {
      if (present !== null && present !== this.fit.dataset) this.refit(present);
    });
    store.subscribe(({ open }, before) => {
      if (open !== before.open) this.ask();
    });
    lab.on('frame', ({ given }) => {
      if (given[PAD] !== null || this.state.isMissing) return;
      this.put({ isMissing: true });
    });
  }

  get state(): DrawingState {
    return this.store.getState().drawing!;
  }

  /** Puts the pen down, at shares of the pad's width and height. */
  down(x: number, y: number): void {
    this.keep();
    this.paint([this.at(x, y)]);
  }

  /** Moves the pen on, through these points; one that is lifted leaves no ink. */
  move(points: readonly (readonly [x: number, y: number])[]): void {
    if (this.pen !== null && points.length > 0) this.paint([this.pen, ...points.map(([x, y]) => this.at(x, y))]);
  }

  /** Lifts the pen. */
  up(): void {
    this.pen = null;
  }

  /** Changes the tools. */
  use(tools: Partial<Pick<DrawingState, 'tool' | 'shade'>>): void {
    this.put(tools);
  }

  /** Changes the width of the tool in use. */
  widen(width: number): void {
    const { widths, tool } = this.state;
    this.put({ widths: { ...widths, [tool]: width } });
  }

  /** Changes the noise. */
  disturb(noise: Partial<Noise>): void {
    this.put({ noise: { ...this.state.noise, ...noise } });
  }

  /** Brings the drawing to where images of the data lie, or leaves it where it was drawn. */
  place(isPlaced: boolean): void {
    if (this.fit.placement !== null) this.put({ isPlaced });
  }

  /** Exchanges dark and light. */
  invert(): void {
    this.keep();
    this.put({ raster: inverted(this.state.raster) });
  }

  /** Takes all off the pad. */
  clear(): void {
    const { raster, paper } = this.state;
    this.keep();
    this.put({ raster: blank(raster.width, raster.height, paper), original: null, noise: this.noNoise });
  }

  /** Takes the last step back. */
  undo(): void {
    const step = this.undone.pop();
    if (step !== undefined) this.put(step);
  }

  /**
   * Puts an image on the pad; a picture that takes long to read only where nothing else has been put there since.
   * @throws RangeError, or PictureError, before anything has changed
   */
  async take(source: PadSource): Promise<void> {
    if (source instanceof Blob) await this.takePicture(source);
    else if (typeof source === 'number') this.takeOfData(source);
    else this.takeImage(source, null);
  }

  /** Asks again for what did not come. */
  retry(): void {
    this.put({ isMissing: false });
  }

  private takeOfData(index: number): void {
    const { dataset } = this.fit;
    checkIndex(index, dataset.n);
    this.takeImage(imageOf(dataset, index), index);
  }

  /** One of the data's size: it lies as the data do already. */
  private takeImage(pixels: Float32Array, original: number | null): void {
    const { dataset, factor } = this.fit;
    const { width, height } = dataset;
    if (pixels.length !== width * height)
      throw new RangeError(`An image has ${width} × ${height} intensities here, and ${pixels.length} were given`);
    const raster = enlarged({ width, height, pixels }, factor);
    this.takes += 1;
    this.keep();
    this.put({ raster, original, noise: this.noNoise, isPlaced: this.lies(false) });
  }

  private async takePicture(file: Blob): Promise<void> {
    this.takes += 1;
    const { takes } = this;
    let raster: Raster;
    let fit: DrawingFit;
    do {
      ({ fit } = this);
      const { width, height, placement } = fit;
      raster = await readPicture(file, width, height, placement?.paper ?? null);
      if (takes !== this.takes) return;
      // For other data that have come meanwhile it is read again.
    } while (fit !== this.fit);
    this.keep();
    this.put({ raster, original: null, noise: this.noNoise, isPlaced: this.lies(true) });
  }

  /** Other data: what is drawn is brought to their size. */
  private refit(dataset: Dataset): void {
    const { state } = this;
    this.fit = fitTo(dataset);
    this.undone.length = 0;
    this.put({ ...refitted(state, this.fit), original: null, isPlaced: this.lies(state.isPlaced ?? true) });
  }

  /** @param path from where the pen was */
  private paint(path: readonly Place[]): void {
    const { raster, tool, widths, shade, paper } = this.state;
    const width = widths[tool] * Math.min(raster.width, raster.height);
    this.pen = path.at(-1)!;
    if (tool === 'cover') this.put({ raster: covered(raster, path, width, Math.abs(paper - shade)) });
    else this.put({ raster: brushed(raster, path, width / 2, tool === 'draw' ? 1 - paper : paper) });
  }

  private at(x: number, y: number): Place {
    const { width, height } = this.state.raster;
    return [x * width, y * height];
  }

  /** Keeps what there is now, to be brought back. */
  private keep(): void {
    const { raster, isPlaced, original, noise } = this.state;
    this.undone.push({ raster, isPlaced, original, noise });
    if (this.undone.length > KEPT) this.undone.shift();
  }

  /** Whether a drawing is placed; null where the data have no paper to be placed on. */
  private lies(isPlaced: boolean): boolean | null {
    return this.fit.placement === null ? null : isPlaced;
  }

  private get noNoise(): Noise {
    return { ...this.state.noise, amount: 0 };
  }

  /** Changes these; what follows from them, too. */
  private put(changes: Partial<DrawingState>): void {
    const before = this.store.getState().drawing;
    const next = { ...before!, ...changes };
    const { raster, isPlaced, noise, paper } = next;
    const same = before?.raster === raster && before.isPlaced === isPlaced && before.noise === noise;
    const image = same ? before.image : seenOf(raster, this.fit, isPlaced === true, noise);
    const canUndo = this.undone.length > 0;
    this.store.setState({ drawing: { ...next, isBlank: isBlank(raster, paper), image, canUndo } });
    this.ask();
  }

  /** Asks about the drawing, and its original beside it, in every frame from now on; about nothing where there is none. */
  private ask(): void {
    const { image, original } = this.state;
    const idle = !isAsked(this.store.getState());
    if (idle && this.asked === null) return;
    if (!idle && this.asked === image) return;
    this.asked = idle ? null : image;
    const beside = original === null ? [] : [imageOf(this.fit.dataset, original)];
    this.lab.show(PAD, idle ? null : { kind: 'images', images: stacked([image, ...beside], Float32Array) });
  }
}
