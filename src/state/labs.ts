import { Lab } from './lab';
import type { LabParts } from './labRun';
import { LabScheduler, type SchedulerParts } from './labScheduler';
import { linkLabs } from './link';
import type { Page } from './page';
import { defaultSettings, type Key, type Settings } from './settings';

/** One lab of a page. */
export interface LabEntry {
  readonly id: string;
  readonly lab: Lab;
  /** The settings that it opens with when the address is silent. */
  readonly defaults: Settings;
}

/** What a page's labs are to be. */
export interface LabOrder {
  readonly id: string;
  readonly settings: Partial<Settings>;
}

/** All labs of a page, in the order of their figures; the first is the page's own. */
export class Labs {
  readonly scheduler: LabScheduler;
  private entries: readonly LabEntry[] = [];
  private readonly stops: (() => void)[] = [];

  constructor(
    private readonly parts: LabParts,
    private readonly page: Pick<Page, 'autoplay'>,
    schedulerParts: SchedulerParts,
  ) {
    this.scheduler = new LabScheduler(schedulerParts);
  }

  get all(): readonly LabEntry[] {
    return this.entries;
  }

  byId(id: string): Lab | undefined {
    return this.entries.find((entry) => entry.id === id)?.lab;
  }

  /**
   * Adds a lab, which has no worker until it is seen or asked.
   * @param changes what the address says of it
   * @throws RangeError for settings out of range, or an id that is taken
   */
  add({ id, settings }: LabOrder, changes: Partial<Settings> = {}): Lab {
    if (this.byId(id) !== undefined) throw new RangeError(`There is a lab "${id}" on this page already`);
    const defaults = { ...defaultSettings(), ...settings };
    const lab = new Lab(this.parts, { ...defaults, ...changes }, this.page.autoplay);
    this.entries = [...this.entries, { id, lab, defaults }];
    this.stops.push(this.scheduler.keep(lab));
    return lab;
  }

  /** From now on a change of one of `keys` in one of these labs is made in all of them. */
  link(labs: readonly Lab[], keys: readonly Key[]): void {
    this.stops.push(linkLabs(labs, keys));
  }

  dispose(): void {
    for (const stop of this.stops) stop();
    for (const { lab } of this.entries) lab.dispose();
    this.scheduler.dispose();
    this.entries = [];
  }
}
