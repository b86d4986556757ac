import type { LabChanges } from './address';
import type { Opening } from './figureSpec';
import { Lab } from './lab';
import type { LabParts } from './labRun';
import { LabScheduler, type SchedulerParts } from './labScheduler';
import type { LabState } from './labState';
import { linkLabs } from './link';
import type { Page } from './page';
import { NO_PAST, sharedRoom } from './pastRoom';
import type { Three } from './pinArithmetic';
import { formatTerms } from './planeAddress';
import { PlaneView } from './planeView';
import { Pointer } from './pointer';
import { defaultSettings, type Key, type Settings } from './settings';
import { withoutForeignVariant } from './variants';

/** One lab of a page. */
export interface LabEntry {
  readonly id: string;
  readonly lab: Lab;
  /** The settings that it opens with when the address is silent. */
  readonly defaults: Settings;
  /** What its plane shows then. */
  readonly opening: Opening;
  readonly plane: PlaneView;
  readonly pointer: Pointer;
  /** What another lab says for it, too, where it is compared with one; null where it stands alone. */
  readonly shared: Shared | null;
}

/** What labs that are compared have in common: window, pins, pointer, layers and selected image, and these settings. */
interface Shared {
  readonly keys: readonly Key[];
  /** Whether window, pins and pointer are each lab's own nevertheless. */
  readonly apart?: boolean;
}

/** What a page's labs are to be. */
export interface LabOrder {
  readonly id: string;
  readonly settings: Partial<Settings>;
  /** What its plane shows at first. */
  readonly opening?: Opening | undefined;
  /** The lab that it is compared with, which is there already, and the settings that they have in common. */
  readonly beside?: (Shared & { readonly id: string }) | null;
  /** Whether moments of its past are kept, for its timeline. */
  readonly keepsPast?: boolean;
}

/** All labs of a page, in the order of their figures; the first is the page's own. */
export class Labs {
  readonly scheduler: LabScheduler;
  private entries: readonly LabEntry[] = [];
  private readonly stops: (() => void)[] = [];
  private keepers = 0;
  private readonly past = sharedRoom(() => this.keepers);
  /** Each ends labs that are no figure's own (crew.ts). */
  readonly crews = new Set<() => void>();

  constructor(
    readonly parts: LabParts,
    private readonly page: Pick<Page, 'autoplay' | 'still'>,
    schedulerParts: SchedulerParts,
  ) {
    this.scheduler = new LabScheduler(schedulerParts);
  }

  get all(): readonly LabEntry[] {
    return this.entries;
  }

  byId(id: string): Lab | undefined {
    return this.entry(id)?.lab;
  }

  entry(id: string): LabEntry | undefined {
    return this.entries.find((entry) => entry.id === id);
  }

  /**
   * Adds a lab, which has no worker until it is seen or asked.
   * @param changes what the address says of it
   * @throws RangeError for settings out of range, or an id that is taken
   */
  add({ id, settings, opening = {}, keepsPast = false, beside = null }: LabOrder, changes: LabChanges = {}): Lab {
    if (this.byId(id) !== undefined) throw new RangeError(`There is a lab "${id}" on this page already`);
    const defaults = { ...defaultSettings(), ...settings };
    const { said, foreign } = withoutForeignVariant(changes.settings ?? {}, defaults);
    const opened = { ...defaults, ...said };
    const first = beside === null || beside.apart ? undefined : this.entry(beside.id);
    const lab = new Lab(this.parts, opened, this.page.autoplay, keepsPast ? this.past : NO_PAST, first?.lab.pins);
    const { plane, pointer } = first ?? { plane: new PlaneView(() => this.page.still), pointer: new Pointer() };
    if (keepsPast) this.keepers += 1;
    const entry = { id, lab, defaults, opening, plane, pointer, shared: beside };
    // What labs that are compared have in common is told by the first of them.
    if (beside === null) tellOfVariant(lab, foreign);
    show(entry, { ...opening, ...changes });
    this.entries = [...this.entries, entry];
    this.stops.push(this.scheduler.keep(lab));
    return lab;
  }

  /** Does what an address says of a lab; what it does not name stays. */
  change(id: string, changes: LabChanges): void {
    const entry = this.entry(id)!;
    const { said, foreign } = withoutForeignVariant(changes.settings ?? {}, entry.lab.settings);
    if (changes.settings !== undefined) void entry.lab.set(said);
    tellOfVariant(entry.lab, foreign);
    show(entry, changes);
  }

  /**
   * Links labs that are to be compared. They train when `bindTogether` has them go in step; steps that one is asked for all take.
   * @param keys of the settings that they have in common
   */
  compare(labs: readonly Lab[], keys: readonly Key[]): void {
    this.scheduler.team(labs);
    this.stops.push(linkLabs(labs, keys));
    for (const lab of labs) {
      lab.bind({ until: 0, from: 0 });
      lab.accompany(labs);
    }
  }

  /** From now on a change of one of `keys` in one of these labs is made in all of them. */
  link(labs: readonly Lab[], keys: readonly Key[]): void {
    this.stops.push(linkLabs(labs, keys));
  }

  dispose(): void {
    for (const end of this.crews) end();
    for (const stop of this.stops) stop();
    for (const { lab } of this.entries) lab.dispose();
    this.scheduler.dispose();
    this.entries = [];
  }
}

/** @param variant one that the data do not have; null for none */
function tellOfVariant({ notices }: Lab, variant: string | null): void {
  if (variant === null) return;
  const text = `dv=${variant}`;
  notices.notify({ kind: 'address', fault: { text, kind: 'bad-value', spec: { kind: 'variant' } } });
}

/** Shows on the plane what is named: its window, pins, layers, the selected image, a region, draws from the prior. */
function show({ lab, plane }: LabEntry, changes: LabChanges): void {
  if (changes.window === null) plane.fit();
  else if (changes.window !== undefined) plane.take(changes.window);
  if (changes.pins !== undefined) lab.pins.place(changes.pins);
  if (changes.terms !== undefined) chooseNamed(lab, changes.terms);
  if (changes.layers !== undefined) lab.layers.show(changes.layers);
  if (changes.image !== undefined) selectNamed(lab, changes.image);
  if (changes.region === null) lab.region.clear();
  else if (changes.region !== undefined) lab.region.place(changes.region);
  if (changes.prior === null) lab.prior.hide();
  else if (changes.prior !== undefined) lab.prior.show(changes.prior);
}

/** Chooses the pins that an address adds up; where it has none at one of these places, the reader is told. */
function chooseNamed({ pins, notices }: Lab, terms: Three<number> | null): void {
  if (pins.arithmetic.choose(terms)) return;
  const text = `ar=${formatTerms(terms!)}`;
  notices.notify({ kind: 'address', fault: { text, kind: 'bad-value', spec: { kind: 'terms' } } });
}

/**
 * Selects an image of an address; null selects none. Where the data that are meant have no such image, once they are there,
 * the reader is told.
 */
function selectNamed(lab: Lab, image: number | null): void {
  const { store, selection, notices } = lab;
  if (image === null) {
    selection.release();
    return;
  }
  const { dataset: present } = store.getState();
  if (present === null || image < present.n) selection.select(image);
  const { index } = selection;
  const settle = ({ dataset, starting }: LabState): boolean => {
    if (dataset === null || starting || lab.isBehind) return false;
    if (image >= dataset.n) {
      notices.notify({ kind: 'address', fault: { text: `x=${image}`, kind: 'bad-value', spec: { kind: 'image' } } });
      // The reader may have chosen another since.
    } else if (selection.index === index) selection.select(image);
    return true;
  };
  if (settle(store.getState())) return;
  const stop = store.subscribe((state) => settle(state) && stop());
}
