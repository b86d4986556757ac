import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Lab } from './lab';
import type { Labs } from './labs';
import { Sweep } from './sweep';
import { checkPlan, formatPlan, parsePlan, type SweepPlan, usualPlan } from './sweepPlan';
import type { SweepText } from './sweepText';
import { sweepsNothing } from './sweptSettings';

/** What a desk needs of its page. */
interface DeskParts {
  readonly labs: Labs;
  /** Its figure's id, with which those of its models begin. */
  readonly id: string;
  /** The lab that the models are like in everything else. */
  readonly base: Lab;
  /** What is swept while the address says nothing. */
  readonly own: SweepPlan;
  /** Of the address. */
  readonly text: SweepText;
  /** Whether motion that carries nothing is left out. */
  still(): boolean;
  /** The address has a text that is no plan. */
  refuse(text: string): void;
}

interface DeskState {
  /** What the next sweep is to be. */
  readonly plan: SweepPlan;
  /** The present one; null before the first, and when it has been cleared away. */
  readonly sweep: Sweep | null;
}

/** Where the sweeps of a figure are planned, begun and cleared away, one at a time. */
export class SweepDesk {
  readonly store: StoreApi<DeskState>;

  constructor(private readonly parts: DeskParts) {
    const { text, own } = parts;
    this.store = createStore<DeskState>(() => ({ plan: own, sweep: null }));
    const read = (said: string | null): void => {
      const plan = said === null ? own : parsePlan(said);
      if (plan !== null) this.store.setState({ plan });
      else {
        parts.refuse(said!);
        text.setState(formatPlan(this.plan, own), true);
      }
    };
    read(text.getState());
    // What was written here is the plan already.
    text.subscribe((said) => {
      if (said !== formatPlan(this.plan, own)) read(said);
    });
  }

  get plan(): SweepPlan {
    return this.store.getState().plan;
  }

  /** The present one, or null. */
  get sweep(): Sweep | null {
    return this.store.getState().sweep;
  }

  /**
   * Changes what the next sweep is to be; one that is under way goes on as it began. With another setting and no values
   * come the usual ones.
   * @throws RangeError naming what is wrong, before anything has changed
   */
  set(changes: Partial<SweepPlan>): void {
    const { setting = this.plan.setting } = changes;
    const usual = setting === this.plan.setting ? {} : { values: usualPlan(setting).values };
    const plan = { ...this.plan, ...usual, ...changes };
    checkPlan(plan);
    this.store.setState({ plan });
    this.parts.text.setState(formatPlan(plan, this.parts.own), true);
  }

  /**
   * Begins a sweep as planned, everything else as in its base; an earlier one is cleared away.
   * @throws RangeError for a sweep of σ where posteriors are points, before anything has changed
   */
  start(): Sweep {
    const { labs, still, id, base } = this.parts;
    if (sweepsNothing(this.plan, base.settings)) {
      throw new RangeError('noiseScale cannot be swept where posterior is point: all models would be the same');
    }
    this.clear();
    const sweep = new Sweep(labs, base, this.plan, still, id);
    this.store.setState({ sweep });
    return sweep;
  }

  /** Ends the present sweep and gives its workers back. */
  clear(): void {
    const { sweep } = this;
    this.store.setState({ sweep: null });
    sweep?.dispose();
  }
}
