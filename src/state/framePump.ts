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

/** A frame that has come, under the number of the request for it. */
interface Arrived {
  readonly frame: Frame;
  readonly number: number;
}

/** Requests without an answer at most: one for the next picture, and one that takes its place. */
const MOST_ASKED = 2;

/**
 * Fetches frames, one for each picture: while training one after the other, at rest whenever what is to be seen has
 * changed. When training ends one more is fetched, so that what is shown is the moment that it ended at.
 */
export class FramePump {
  private view: View = { axes: null, requests: {} };
  private latest: Frame | null = null;
  /** Something is to be seen that no frame has shown yet. */
  private due = false;
  /** Requests that have no answer yet. */
  private unanswered = 0;
  /** What the next picture shows; null while none is due. */
  private next: Arrived | null = null;
  /** Numbers the requests whose answers change what is shown: the worker answers in order, pictures may come late. */
  private asked = 0;
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
    const { latest, due, unanswered, next, parts } = this;
    return latest !== null && !latest.training && !due && unanswered === 0 && next === null && !parts.waiting();
  }

  /** The number of a request that is about to be made and changes what is shown. */
  number(): number {
    this.asked += 1;
    return this.asked;
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
    const { most: before, ...others } = this.view;
    this.view = most === null ? others : { ...others, most };
  }

  /** Something has changed: one more frame is needed. */
  refresh(): void {
    this.due = true;
    this.pump();
  }

  /**
   * What trains has been changed: another frame is asked for at once, and shown in the place of one that was asked for
   * before and is not drawn yet. Waiting for that one would keep the reader's hand waiting for a whole picture.
   */
  renew(): void {
    this.due = true;
    if (this.parts.training() && this.unanswered < MOST_ASKED) this.ask();
    else this.pump();
  }

  /** Asks for the next frame when the last is being drawn. */
  pump(): void {
    if (this.unanswered > 0 || this.next !== null || !(this.due || this.parts.training())) return;
    this.ask();
  }

  private ask(): void {
    if (this.disposed) return;
    const answer = this.parts.ask(this.view);
    if (answer === null) return;
    this.unanswered += 1;
    this.due = false;
    const number = this.number();
    answer.then(
      (frame) => {
        this.unanswered -= 1;
        this.arrive({ frame, number });
      },
      (error: Error) => {
        this.unanswered -= 1;
        if (!this.disposed) this.parts.fail(error);
      },
    );
  }

  private arrive(arrived: Arrived): void {
    const isScheduled = this.next !== null;
    // Pictures may come late, and with them the frame that they belong to.
    if (this.next === null || this.next.number < arrived.number) this.next = arrived;
    if (isScheduled) return;
    this.parts.schedule(() => {
      const { frame, number } = this.next!;
      this.next = null;
      // Asked for before this one is drawn, so that the worker computes it meanwhile.
      this.pump();
      this.accept(frame, number);
    });
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
