import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Drawing, DrawingLab } from './drawing';
import type { DrawingState } from './drawingState';
import { fetchLate } from './fetchLate';

/** The key of the pad's pictures: what the model says of the drawing is `frame.given[PAD]`. */
export const PAD = 'pad';

/** What can be put on the pad: intensities of an image of the data's size, a file of a picture, or an image's index. */
export type PadSource = Float32Array | Blob | number;

export interface PadState {
  /** Whether it is in use: then the drawing is encoded in every frame. */
  readonly open: boolean;
  /** null before anything was to be drawn. */
  readonly drawing: DrawingState | null;
}

/** Whether the model is asked about what is on the pad: not while that is nothing, or what finds the answer did not come. */
export const isAsked = ({ open, drawing }: PadState): boolean =>
  open && drawing !== null && !drawing.isMissing && (!drawing.isBlank || drawing.noise.amount > 0);

/** A pad to draw an image on, of which the model says what it says of images of the data. */
export class Pad {
  readonly store: StoreApi<PadState> = createStore<PadState>(() => ({ open: false, drawing: null }));
  private made: Drawing | null = null;

  constructor(private readonly lab: DrawingLab) {}

  /** Takes it into use, or puts it away; the drawing stays. */
  open(open: boolean): void {
    this.store.setState({ open });
  }

  /**
   * Puts an image on the pad, and takes the pad into use.
   * @returns the image that the model sees
   * @throws RangeError for an image of another size, or an index that the data do not have; PictureError for a file that is
   *   no picture. What was on the pad stays then
   */
  async draw(source: PadSource): Promise<Float32Array> {
    const drawing = await this.drawing();
    await drawing.take(source);
    this.open(true);
    return drawing.state.image;
  }

  /** Takes all off the pad. */
  async clear(): Promise<void> {
    if (this.store.getState().drawing !== null) (await this.drawing()).clear();
  }

  /** What is on the pad, with its tools. @throws Error while there are no images to draw like */
  async drawing(): Promise<Drawing> {
    const { Drawing: Made } = await fetchLate('drawing');
    this.made ??= new Made(this.lab, this.store);
    return this.made;
  }
}
