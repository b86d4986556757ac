import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ShareTerms } from '../worker/jobAnswers';
import { type Crew, crewOf } from './crew';
import { holdModel, showModel } from './heldModel';
import type { Lab } from './lab';
import type { Labs } from './labs';
import { liveSurvey } from './liveSurvey';
import { Lockstep } from './lockstep';
import { PlaneView } from './planeView';
import { Pointer } from './pointer';
import { seenOnlyOf } from './seenOnly';
import type { SweepPlan, Swept } from './sweepPlan';
import { sweptSettings } from './sweptSettings';

/** What a model loses and what its codes cost at one step, means over images. */
export interface SweepPoint {
  readonly step: number;
  readonly training: ShareTerms;
  /** The same of the images that are held out; null where none are. */
  readonly heldOut: ShareTerms | null;
}

/** One model of a sweep. */
export interface SweepModel {
  readonly id: string;
  /** Of the setting that is swept. */
  readonly value: number;
  readonly lab: Lab;
  readonly plane: PlaneView;
  readonly pointer: Pointer;
  /** Over the training so far, the latest last. */
  readonly trail: readonly SweepPoint[];
}

interface SweepState {
  /** `ended`: before the goal, since no model goes along any more; `paused` again where one of them can after all. */
  readonly phase: 'training' | 'paused' | 'done' | 'ended';
  /** The step that all models train to. */
  readonly goal: number;
  /** The step that all of those have reached that still go along. */
  readonly step: number;
  /** Of each model, whether it does not go along: it failed, or lost its loss; its lab says why. */
  readonly out: readonly boolean[];
  /** Counts the points of all models. */
  readonly points: number;
}

/** Share of the steps by which a model may be ahead of the slowest: their curves are compared, and not their pictures. */
const SLACK = 0.05;

/** Points of one model at most; then every second one but the last is left out. */
const CAPACITY = 240;

/**
 * Several models that differ in one setting, trained at once and in step to the same number of steps, and measured on the
 * way. While they train, no other lab of the page does.
 */
export class Sweep {
  readonly store: StoreApi<SweepState>;
  readonly setting: Swept;
  readonly models: readonly SweepModel[];
  /** Steps that are asked for at once. */
  private readonly steps: number;
  private readonly crew: Crew;
  private readonly lockstep: Lockstep;
  /** Places of models whose loss was lost: they wait for nobody, and nobody for them. */
  private readonly halted = new Set<number>();
  private readonly stops: readonly (() => void)[];

  /**
   * @param base the lab whose settings and images they have
   * @param still whether windows jump instead of easing
   * @param id of its figure, with which those of its models begin
   */
  constructor(labs: Labs, base: Lab, plan: SweepPlan, still: () => boolean, id: string) {
    this.setting = plan.setting;
    this.steps = plan.steps;
    this.crew = crewOf(labs, base, sweptSettings(plan, base.settings));
    this.models = this.crew.labs.map((lab, i) => ({
      id: `${id}-${i}`,
      value: plan.values[i]!,
      lab,
      plane: new PlaneView(still),
      pointer: new Pointer(),
      trail: [],
    }));
    const out = this.models.map(() => false);
    this.store = createStore<SweepState>(() => ({ phase: 'training', goal: plan.steps, step: 0, out, points: 0 }));
    this.lockstep = new Lockstep(this.crew.labs, plan.steps, Math.ceil(SLACK * plan.steps));
    this.stops = this.models.flatMap(({ lab }, place) => [
      lab.on('frame', () => this.follow()),
      lab.store.subscribe((state, before) => {
        const stopped = !state.playing && before.playing && this.store.getState().phase === 'training';
        if (stopped) this.halt(place);
        else if (state.failure !== before.failure) this.follow();
      }),
      liveSurvey(lab, 'losses').watch((answer) => {
        if (answer !== null) this.add(place, answer);
      }),
    ]);
  }

  /** Whether its figure is in sight: it trains only while it is. */
  see(visible: boolean): void {
    this.crew.see(visible);
  }

  /** Stops training; those behind catch up, so that all rest at the same step. */
  pause(): void {
    if (this.store.getState().phase === 'training') this.stop('paused');
  }

  /** Goes on, where it was paused. */
  play(): void {
    if (this.store.getState().phase !== 'paused') return;
    this.store.setState({ phase: 'training' });
    for (const lab of this.going) lab.play();
    this.follow();
  }

  /**
   * Has all models take so many steps more than they were to take.
   * @param steps as many as at first where it is not said
   * @throws RangeError for what is no number of steps
   */
  extend(steps = this.steps): void {
    if (!Number.isInteger(steps) || steps < 1)
      throw new RangeError(`steps is ${steps}; it must be a whole number from 1`);
    this.store.setState(({ goal }) => ({ goal: goal + steps, phase: 'paused' }));
    this.lockstep.goTo(this.store.getState().goal);
    this.play();
  }

  /**
   * Opens a model in a lab: its settings are set and its parameters loaded, so that the lab goes on from where it is.
   * @param place of the model
   * @returns what brings back the model that the lab had before, at its step; null where that cannot be: of a model of
   *   tfjs-layers, and at a moment of the past that is kept only to be looked at
   */
  async openIn(lab: Lab, place: number): Promise<(() => Promise<void>) | null> {
    const model = await holdModel(this.models[place]!.lab);
    const isOfLayers = lab.store.getState().run?.engine === 'layers';
    const before = isOfLayers
      ? null
      : await holdModel(lab).catch((error: unknown) => {
          if (seenOnlyOf(error) === null) throw error;
          return null;
        });
    await showModel(lab, model);
    return before && (() => showModel(lab, before));
  }

  /** Ends its workers and all that it holds. */
  dispose(): void {
    for (const stop of this.stops) stop();
    this.lockstep.dispose();
    this.crew.dispose();
  }

  /** Labs that go along, or will when they can again. */
  private get going(): readonly Lab[] {
    return this.models.flatMap(({ lab }, place) => (this.halted.has(place) ? [] : [lab]));
  }

  private follow(): void {
    const { phase, goal, ...before } = this.store.getState();
    const out = this.models.map(({ lab }, place) => this.halted.has(place) || lab.store.getState().failure !== null);
    const steps = this.models.flatMap(({ lab }, place) => (out[place] ? [] : [lab.frame?.step ?? 0]));
    const step = steps.length === 0 ? before.step : Math.min(...steps);
    const changed = out.some((each, place) => each !== before.out[place]);
    if (changed || step !== before.step) this.store.setState({ step, out: changed ? out : before.out });
    if (steps.length === 0) {
      if (phase === 'training' || phase === 'paused') this.stop('ended');
      // One that had dropped out has begun again, and is behind the others.
    } else if (phase === 'ended' || (phase === 'done' && step < goal)) this.store.setState({ phase: 'paused' });
    else if (phase === 'training' && step >= goal) this.stop('done');
  }

  private stop(phase: 'paused' | 'done' | 'ended'): void {
    this.store.setState({ phase });
    for (const { lab } of this.models) lab.pause();
  }

  private halt(place: number): void {
    this.halted.add(place);
    this.lockstep.leave(this.models[place]!.lab);
    this.follow();
  }

  private add(place: number, { step, training, heldOut }: SweepPoint): void {
    const model = this.models[place]! as { trail: readonly SweepPoint[] };
    // In the place of what was measured there before, and of what came after a step that it has gone back to.
    const trail = [...model.trail.filter((point) => point.step < step), { step, training, heldOut }];
    const last = trail.length - 1;
    model.trail = trail.length > CAPACITY ? trail.filter((_, i) => (last - i) % 2 === 0) : trail;
    this.store.setState(({ points }) => ({ points: points + 1 }));
  }
}
