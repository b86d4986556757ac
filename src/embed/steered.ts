import type { Labs } from '../state/labs';
import type { OwnValues } from '../state/ownValues';
import type { Frame } from '../worker/frameProtocol';

/** Whoever is told what becomes of a figure. */
export interface Follower {
  /** @param model its place in a sweep; null of what is no sweep */
  frame(frame: Frame, model: number | null): void;
  /** Something cannot go on, and why. */
  failed(message: string): void;
}

/** What a page around the frame steers: the labs of a figure, or its sweep. */
export interface Steered {
  /** The frame that stands for the figure; null where there is none yet, or no single one. */
  readonly frame: Frame | null;
  /** What a figure with a component of its own is set to besides the settings of its labs. */
  readonly own?: OwnValues;
  play(): void;
  pause(): void;
  /**
   * Pauses, and takes exactly so many steps.
   * @throws RangeError for what is no number of steps; Error where there are no single steps
   */
  step(count: number): Promise<Frame>;
  /**
   * Plans the next sweep.
   * @param text as `sw` of an address has it; empty for the figure's own
   * @throws RangeError for what is no plan, or where there is no sweep; nothing has changed then
   */
  plan(text: string): void;
  /** Tells of every frame and of every failure; returns a function that ends it. */
  follow(follower: Follower): () => void;
}

/** The labs of a figure. The first of them stands for the figure; failures are told of all. */
export function steeredLabs({ all }: Labs): Steered {
  const { lab: first } = all[0]!;
  return {
    get frame() {
      return first.frame;
    },
    play() {
      for (const { lab } of all) lab.play();
    },
    pause() {
      for (const { lab } of all) lab.pause();
    },
    step: (count) => first.step(count),
    plan(text) {
      throw new RangeError(`sw=${text} is refused: this figure sweeps no setting`);
    },
    follow({ frame, failed }) {
      const stops = [
        first.on('frame', (shown) => frame(shown, null)),
        ...all.map(({ id, lab }) =>
          lab.store.subscribe(({ failure }, before) => {
            if (failure === null || failure === before.failure) return;
            failed(all.length === 1 ? failure.message : `${id}: ${failure.message}`);
          }),
        ),
      ];
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}
