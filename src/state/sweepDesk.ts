import { createStore, type StoreApi } from 'zustand/vanilla';
import { importer } from '../platform/importer';
import type { Labs } from './labs';
import type { Sweep } from './sweep';
import { checkPlan, type SweepPlan, usualPlan } from './sweepPlan';

const importSweep = importer(() => import('./sweep'));

interface DeskState {
  /** What the next sweep is to be. */
  readonly plan: SweepPlan;
  /** The present one; null before the first, and when it has been cleared away. */
  readonly sweep: Sweep | null;
}

/** Where the sweeps of a page are planned, begun and cleared away, one at a time. */
export class SweepDesk {
  readonly store: StoreApi<DeskState>;
  /** Counts what was begun and cleared away: one that comes after the next is not wanted. */
  private asked = 0;

  constructor(
    private readonly labs: Labs,
    plan: SweepPlan = usualPlan(),
  ) {
    this.store = createStore<DeskState>(() => ({ plan, sweep: null }));
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
  }

  /**
   * Begins a sweep as planned, everything else as in the page's first lab; an earlier one is cleared away.
   * @throws what the import throws where the code of sweeps does not come; an AbortError where another was begun meanwhile
   */
  async start(): Promise<Sweep> {
    this.clear();
    const { asked } = this;
    const { Sweep } = await importSweep();
    if (asked !== this.asked) throw new DOMException('Another sweep was begun', 'AbortError');
    const sweep = new Sweep(this.labs, this.labs.all[0]!.lab, this.plan);
    this.store.setState({ sweep });
    return sweep;
  }

  /** Ends the present sweep and gives its workers back. */
  clear(): void {
    this.asked += 1;
    const { sweep } = this;
    this.store.setState({ sweep: null });
    sweep?.dispose();
  }
}
