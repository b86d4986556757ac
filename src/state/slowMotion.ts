import { posteriorsOf } from '../math/posterior';
import { stacked } from '../math/rows';
import type { Frame } from '../worker/frameProtocol';
import type { NextStep } from '../worker/jobAnswers';
import { isAbort } from './failures';
import type { Lab } from './lab';
import { momentOf } from './moment';
import { onePer } from './onePer';
import type { SlowScene, Stage } from './staged';
import type { Timeline } from './timeline';

/** The stages of a step, in order. */
export const STAGES: readonly Stage[] = ['batch', 'ellipses', 'noise', 'sample', 'decode', 'loss', 'pulls', 'move'];

/** Images of a batch that are taken apart. */
export const HIGHLIGHTED = 5;

/** Ms that a stage is shown for while it goes on by itself: time to read its sentence. */
const DWELL = 4000;

/** Ms in which noise becomes codes, and in which posteriors move. */
const MOTION = 900;

const MOVING: readonly Stage[] = ['sample', 'move'];

const SURVEY = 'slow motion';

/** When things happen. */
export interface Clock {
  now(): number;
  /** Calls back after some ms; returns a function that ends it. */
  after(ms: number, then: () => void): () => void;
  /** Calls back before the next picture. */
  nextFrame(then: () => void): void;
}

type SlowLab = Pick<
  Lab,
  | 'store'
  | 'frame'
  | 'on'
  | 'survey'
  | 'step'
  | 'encode'
  | 'play'
  | 'pause'
  | 'selection'
  | 'dataset'
  | 'staged'
  | 'isAwake'
> & { readonly timeline: Pick<Timeline, 'isWatched'> };

/**
 * Shows one training step after another in slow motion: what the next step will do, stage by stage, and then takes it.
 * The lab pauses meanwhile; a lab that begins to train, by whoever's hand, ends it.
 */
export class SlowMotion {
  /** Whether what moves is where it goes to at once. */
  still = false;
  private ends: (() => void)[] = [];
  /** Whether the lab trained before. */
  private resumes = false;
  /** What the step was asked for at; '' where it must be asked for again. */
  private asked = '';
  /** Whether the step is being taken, or has been; and when it will have been. */
  private taken = false;
  private taking: Promise<void> = Promise.resolve();
  private endDwell: () => void = () => {};
  /** Count requests and motions: what belongs to an earlier one is over. */
  private turn = 0;
  private motion = 0;

  constructor(
    private readonly lab: SlowLab,
    private readonly clock: Clock = CLOCK,
  ) {}

  /** What is shown; null while it is off. */
  get scene(): SlowScene | null {
    return this.lab.staged.getState().slow;
  }

  /** Pauses the lab, and takes the next step apart. */
  enter(): void {
    if (this.scene !== null) return;
    const { lab } = this;
    this.resumes = lab.store.getState().playing;
    lab.pause();
    this.begin();
    this.ends = [
      lab.on('frame', (frame) => this.follow(frame)),
      lab.selection.store.subscribe(() => this.follow(lab.frame)),
      lab.store.subscribe(({ playing, failure }) => {
        if (playing || failure !== null) this.end();
      }),
    ];
  }

  /** Ends it; a lab that trained before goes on. */
  leave(): void {
    if (this.scene === null) return;
    this.end();
    if (this.resumes) this.lab.play();
  }

  /** The next stage; after the last, the next step. */
  forward(): void {
    const { scene } = this;
    if (scene === null) return;
    const at = STAGES.indexOf(scene.stage);
    if (at === STAGES.length - 1) void this.nextStep();
    else this.go(STAGES[at + 1]!);
  }

  /** The stage before; a step that has been taken stays taken. */
  back(): void {
    const at = this.scene === null ? 0 : STAGES.indexOf(this.scene.stage);
    if (at > 0) this.go(STAGES[at - 1]!);
  }

  /** Shows a stage of the present step. At the last one the step is taken. */
  go(stage: Stage): void {
    const { scene } = this;
    if (scene === null || scene.step === null) return;
    this.set({ stage });
    if (stage === 'move') void this.take();
    this.move();
    this.dwell();
  }

  /** Goes on by itself from stage to stage and from step to step, until `pause`. */
  play(): void {
    if (this.scene === null) return;
    this.set({ playing: true });
    this.dwell();
  }

  pause(): void {
    this.endDwell();
    if (this.scene !== null) this.set({ playing: false });
  }

  /** Takes the step, if it is not taken yet, and takes the one after it apart. */
  async nextStep(): Promise<void> {
    const step = this.scene?.step ?? null;
    if (step === null) return;
    await this.take();
    if (this.scene?.step === step && this.scene.after !== null) this.begin();
  }

  /** From the first stage of the next step. */
  private begin(): void {
    const { playing = false } = this.scene ?? {};
    this.lab.staged.setState({ slow: { ...FIRST, playing } });
    this.taken = false;
    this.asked = '';
    void this.ask();
  }

  private end(): void {
    for (const end of this.ends.splice(0)) end();
    this.endDwell();
    this.turn += 1;
    this.lab.staged.setState({ slow: null });
  }

  /** Looks at what is there now: a step that is no longer the next one is left for the one that is. */
  private follow(frame: Frame | null): void {
    const { scene } = this;
    // While the step is being taken, and once it has been, what is shown is of before.
    if (scene === null || frame === null || frame.training) return;
    const { step } = scene;
    const isNext = frame.step === step?.step && scene.after === null;
    const goesOn = step === null || isNext || (this.taken && frame.step === step.step + 1);
    if (!goesOn) this.begin();
    else if (this.taken) return;
    else void this.ask();
  }

  /** Has the next step taken apart, where it has not been since anything changed. */
  private async ask(): Promise<void> {
    const { lab } = this;
    const { frame, dataset } = lab;
    // Of a lab that is coming to rest the next frame is the moment that it rests at.
    if (frame === null || frame.training || dataset === null) return;
    const what = `${momentOf(frame)} ${lab.selection.index} ${JSON.stringify(lab.store.getState().settings)}`;
    if (what === this.asked) return;
    this.asked = what;
    this.turn += 1;
    const { turn } = this;
    try {
      const step = await lab.survey('nextStep', { count: HIGHLIGHTED, selected: lab.selection.index }, SURVEY);
      if (turn !== this.turn) return;
      const first = this.scene?.step === null;
      this.set({ step, lacks: null, progress: 1 });
      if (first) this.dwell();
    } catch (error) {
      if (turn !== this.turn) return;
      // Its moment has gone: the next frame is of another.
      if (isAbort(error)) this.asked = '';
      else this.set({ step: null, lacks: error as Error });
    }
  }

  /** Takes the step that is shown, once. */
  private take(): Promise<void> {
    if (!this.taken) {
      this.taken = true;
      this.taking = this.takeNow(this.scene!.step!);
    }
    return this.taking;
  }

  private async takeNow({ images, posteriors }: NextStep): Promise<void> {
    const { lab } = this;
    this.turn += 1;
    const { turn } = this;
    try {
      await lab.step(1);
      if (turn !== this.turn) return;
      const codes = await lab.encode(
        stacked(
          images.map(({ pixels }) => pixels),
          Float32Array,
        ),
      );
      if (turn !== this.turn) return;
      this.set({ after: posteriorsOf(posteriors.family, posteriors.latent, codes) });
      this.move();
      this.dwell();
    } catch (error) {
      // What ends the run, and what became of it, is told by the figure itself.
      if (turn === this.turn && !isAbort(error)) this.set({ lacks: error as Error });
    }
  }

  /** Lets what moves at this stage move. */
  private move(): void {
    const { scene } = this;
    if (scene === null) return;
    const moves = MOVING.includes(scene.stage) && !this.still;
    this.set({ progress: moves ? 0 : 1 });
    if (!moves || (scene.stage === 'move' && scene.after === null)) return;
    this.motion += 1;
    const { motion } = this;
    const { stage, step } = scene;
    const start = this.clock.now();
    const tick = (): void => {
      if (motion !== this.motion || this.scene?.stage !== stage || this.scene.step !== step) return;
      const progress = Math.min(1, (this.clock.now() - start) / MOTION);
      this.set({ progress });
      if (progress < 1) this.clock.nextFrame(tick);
    };
    this.clock.nextFrame(tick);
  }

  /** Goes on after a while, where it goes on by itself and the present stage has what it shows. */
  private dwell(): void {
    this.endDwell();
    const { scene } = this;
    if (scene === null || !scene.playing || scene.step === null) return;
    if (scene.stage === 'move' && scene.after === null) return;
    // Out of sight it waits, and it wakes no lab.
    this.endDwell = this.clock.after(DWELL, () => {
      if (this.lab.timeline.isWatched && this.lab.isAwake) this.forward();
      else this.dwell();
    });
  }

  private set(changes: Partial<SlowScene>): void {
    const { scene } = this;
    if (scene !== null) this.lab.staged.setState({ slow: { ...scene, ...changes } });
  }
}

const FIRST: SlowScene = { stage: 'batch', step: null, after: null, progress: 1, playing: false, lacks: null };

const CLOCK: Clock = {
  now: () => performance.now(),
  after: (ms, then) => {
    const timer = setTimeout(then, ms);
    return () => clearTimeout(timer);
  },
  nextFrame: (then) => requestAnimationFrame(then),
};

/** The slow motion of a lab: its panel and its scripts share it. */
export const slowMotionOf = onePer((lab: Lab) => new SlowMotion(lab));
