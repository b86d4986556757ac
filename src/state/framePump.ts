import type { Frame, PictureRequest, View } from '../worker/frameProtocol';

/** What a pump needs of its lab. */
export interface PumpParts {
  /** Asks for a frame; null where there is no run to ask. */
  ask(view: View): Promise<Frame> | null;
  /** Whether steps are being taken: then every frame is followed by another. */
  training(): boolean;
  /** Whether the run merely waits for its turn: its frames are of no moment that it has come to rest at. */
  waiting(): boolean;
  /** Calls back when the next picture is due: requestAnimationFrame in a page. */
  schedule(draw: () => void): void;
  show(frame: Frame): void;
  fail(error: Error): void;
}

/** Ms for which a picture that is due waits for the frame of a setting that has just been changed. */
const PATIENCE = 8;

/**
 * Fetches frames, one in flight at most: while training one after the other, at rest whenever what is to be seen has
 * changed. When training ends one more is fetched, so that what is shown is the moment that it ended at. A frame that has
 * come waits for its picture to be due; when a setting is changed meanwhile, it gives its place to one that knows of it.
 */
export class FramePump {
  private view: View = { axes: null, requests: {} };
  private latest: Frame | null = null;
  /** Something is to be seen that no frame has shown yet. */
  private due = false;
  /** A request is not answered yet. */
  private asking = false;
  /** A setting has been changed since. */
  private overtaken = false;
  /** Has what is ready drawn, though what is to replace it has not come; undefined where no picture is due. */
  private late: ReturnType<typeof setTimeout> | undefined;
  /** What has come and is to be drawn when its picture is due. */
  private ready: { readonly frame: Frame; readonly number: number } | null = null;
  /** Numbers the requests whose answers change what is shown: the worker answers in order, pictures may come late. */
  private lastNumber = 0;
  /** The number of the request that what is shown came of: a frame of an earlier one is out of date. */
  private shown = 0;
  private disposed = false;

  constructor(private readonly parts: PumpParts) {}

  get frame(): Frame | null {
    return this.latest;
  }

  get present(): View {
    return this.view;
  }

  /** Whether the last frame shows the present moment, and nothing moves. */
  get isAtRest(): boolean {
    const { latest, due, asking, ready, parts } = this;
    return latest !== null && !latest.training && !due && !asking && ready === null && !parts.waiting();
  }

  /** The number of a request that is about to be made and changes what is shown. */
  next(): number {
    this.lastNumber += 1;
    return this.lastNumber;
  }

  /** Drops frames of requests before this one: they show what is gone. */
  outdate(number: number): void {
    this.shown = Math.max(this.shown, number);
  }

  /** Pictures that a panel wants from now on; null for none. */
  request(key: string, request: PictureRequest | null): void {
    const { [key]: before, ...others } = this.view.requests;
    if (request === null) {
      if (before !== undefined) this.view = { ...this.view, requests: others };
      return;
    }
    this.view = { ...this.view, requests: { ...others, [key]: request } };
    this.refresh();
  }

  /** The axes of the next frames. */
  setAxes(axes: View['axes']): void {
    this.view = { ...this.view, axes };
  }

  /** Posteriors in the next frames while it trains, at most; null for as many as frames have. */
  setMost(most: number | null): void {
    this.view = { ...this.view, most: most ?? undefined };
  }

  /** Something has changed: one more frame is needed. */
  refresh(): void {
    this.due = true;
    this.pump();
  }

  /** A setting has changed: what is drawn next is of it, if a frame that is asked for at once comes in time. */
  replace(): void {
    this.due = this.overtaken = true;
    if (!this.asking) this.fetch();
  }

  /** Asks for the next frame when the last is being drawn. */
  pump(): void {
    if (this.asking || this.ready !== null || !(this.due || this.parts.training())) return;
    this.fetch();
  }

  private fetch(): void {
    if (this.disposed) return;
    const answer = this.parts.ask(this.view);
    if (answer === null) return;
    this.asking = true;
    this.due = this.overtaken = false;
    const number = this.next();
    answer.then(
      (frame) => {
        this.asking = false;
        const before = this.ready?.frame;
        if (before === undefined) this.parts.schedule(() => this.draw(PATIENCE));
        // The losses are those since the frame before: where no step was taken since, that one alone has them.
        const isOnly = frame.step === before?.step && frame.losses === null;
        this.ready = { frame: isOnly ? { ...frame, losses: before.losses } : frame, number };
        if (this.overtaken) this.fetch();
        else if (this.late !== undefined) this.draw();
      },
      (error: Error) => {
        this.asking = false;
        if (!this.disposed) this.parts.fail(error);
      },
    );
  }

  /** @param patience ms to wait for what replaces it, which alone is asked for meanwhile */
  private draw(patience = 0): void {
    if (patience > 0 && this.asking) {
      this.late = setTimeout(() => this.draw(), patience);
      return;
    }
    clearTimeout(this.late);
    this.late = undefined;
    const { frame, number } = this.ready!;
    this.ready = null;
    // Asked for before this one is drawn, so that the worker computes it meanwhile.
    this.pump();
    this.accept(frame, number);
  }

  /** Shows a frame that was asked for under a number, unless a later one is shown already. */
  accept(frame: Frame, number: number): void {
    if (this.disposed || number < this.shown) return;
    this.shown = number;
    this.latest = frame;
    this.parts.show(frame);
  }

  dispose(): void {
    this.disposed = true;
  }
}
