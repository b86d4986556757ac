import type { Lab } from './lab';

/** What a scheduler needs of its surroundings; passed in, so that a test has its own clock. */
export interface SchedulerParts {
  /** Cores of the machine. */
  readonly cores: number;
  /** Ms out of sight after which a lab gives its worker back; twenty seconds where it is not said. */
  readonly away?: number;
  /** Ms on any clock. */
  now(): number;
  /** Calls back once, after `ms`; returns a function that prevents it. */
  after(ms: number, work: () => void): () => void;
}

/** Ms between two looks, and so for how long a lab trains before others have their turn. */
const LOOK = 1000;

/** Ms for which a lab is in sight before it has a worker: one that is scrolled past needs none. */
const SETTLED = 150;

/** Ms out of sight after which a lab gives its worker back. */
const AWAY = 20_000;

/** Labs scrolled out of sight that still have a worker, at most: scrolling on and on leaves no more behind. */
const LINGERING = 2;

/** Labs that have their turn together. */
interface Team {
  /** Whether no others have theirs meanwhile. */
  readonly alone: boolean;
}

interface Kept {
  readonly lab: Lab;
  team: Team;
  /** Whether its figure is in sight on the page, which may itself be hidden. */
  visible: boolean;
  /** Since when it has been in sight, or out of it. */
  since: number;
  /** The last turn that it had, counted up; 0 before the first. */
  turn: number;
  allowed: boolean;
  /** It wants to train and may soon, when others have had their turn. */
  waits: boolean;
}

/**
 * Decides which labs of a page train, and which have a worker at all. Those in sight train, as many at a time as the
 * machine has cores to spare and each in its turn; those out of sight rest, and after a while sleep. A team is the
 * exception (`team`).
 */
export class LabScheduler {
  private list: readonly Kept[] = [];
  private pageVisible = true;
  private turns = 0;
  private readonly spare: number;
  /** Prevents the looks that are to come. */
  private readonly pending = new Set<() => void>();

  constructor(private readonly parts: SchedulerParts) {
    // One core draws the page.
    this.spare = Math.max(1, Math.floor(parts.cores) - 1);
    const tick = (): void => {
      this.look(true);
      this.later(LOOK, tick);
    };
    this.later(LOOK, tick);
  }

  /** Labs that may train now, those that are paused left out. */
  get training(): readonly Lab[] {
    return this.list.filter((kept) => kept.allowed && kept.lab.store.getState().playing).map(({ lab }) => lab);
  }

  /**
   * Keeps a lab, out of sight until `see` says otherwise.
   * @returns a function that ends it
   */
  keep(lab: Lab): () => void {
    const since = this.parts.now();
    const kept: Kept = { lab, team: { alone: false }, visible: false, since, turn: 0, allowed: false, waits: false };
    lab.allow(false);
    lab.timeline.watch(false);
    this.list = [...this.list, kept];
    const stop = lab.store.subscribe((state, before) => {
      if (state.playing !== before.playing || state.run !== before.run) this.look(false);
    });
    return () => {
      stop();
      this.list = this.list.filter((other) => other !== kept);
    };
  }

  /**
   * From now on these labs have their turn at the same time, even where there are more of them than cores to spare: they go
   * in step, so that one whose peers wait for their turn would soon wait for them. Two that are compared may so be one more
   * than there are cores to spare. Of a sweep all train, eight at most: on two cores one is to spare, and turns on it would
   * leave each of six a sixth of the speed of one alone, where all at once have a quarter.
   * @param alone whether no others train while one of them wants to
   */
  team(labs: readonly Lab[], alone = false): void {
    const team = { alone };
    for (const kept of this.list) if (labs.includes(kept.lab)) kept.team = team;
  }

  /** A lab's figure has come into sight, or gone out of it. */
  see(lab: Lab, visible: boolean): void {
    const kept = this.list.find((candidate) => candidate.lab === lab);
    if (kept === undefined || kept.visible === visible) return;
    kept.visible = visible;
    kept.since = this.parts.now();
    this.look(false);
    if (visible) this.later(SETTLED, () => this.look(false));
  }

  /** The page itself is shown or hidden, as by another tab. */
  showPage(visible: boolean): void {
    if (visible === this.pageVisible) return;
    this.pageVisible = visible;
    for (const kept of this.list) if (kept.visible) kept.since = this.parts.now();
    this.look(false);
    if (visible) this.later(SETTLED, () => this.look(false));
  }

  dispose(): void {
    for (const prevent of this.pending) prevent();
    this.pending.clear();
    this.list = [];
  }

  private inSight(kept: Kept): boolean {
    return kept.visible && this.pageVisible;
  }

  /** @param turnOver whether those that train have had their turn */
  private look(turnOver: boolean): void {
    this.allot(turnOver);
    const { away = AWAY } = this.parts;
    const now = this.parts.now();
    const lingering = this.list
      .filter(({ visible, lab }) => !visible && !lab.store.getState().asleep)
      .sort((a, b) => b.since - a.since);
    for (const kept of this.list) {
      const { asleep, failure } = kept.lab.store.getState();
      const inSight = this.inSight(kept);
      kept.lab.timeline.watch(inSight);
      if (inSight) {
        if (asleep && failure === null && now - kept.since >= SETTLED) void kept.lab.wake();
      } else if (!asleep && (now - kept.since >= away || lingering.indexOf(kept) >= LINGERING)) {
        void kept.lab.sleep();
      }
    }
  }

  /** Lets as many train as there are cores to spare, those first that have waited longest; a team trains as one. */
  private allot(turnOver: boolean): void {
    const wanting = this.list.filter((kept) => {
      const { playing, run } = kept.lab.store.getState();
      return this.inSight(kept) && playing && run !== null;
    });
    const first = wanting.filter(({ team }) => team.alone);
    const waiting = [...(first.length > 0 ? first : wanting)].sort((a, b) =>
      !turnOver && a.allowed !== b.allowed ? Number(b.allowed) - Number(a.allowed) : a.turn - b.turn,
    );
    const chosen = new Set<Kept>();
    for (const next of waiting) {
      const team = waiting.filter((kept) => kept.team === next.team && !chosen.has(kept));
      // Those that have waited longest have their turn, however many they are.
      if (chosen.size === 0 || chosen.size + team.length <= this.spare) for (const kept of team) chosen.add(kept);
    }
    for (const kept of chosen) {
      if (turnOver || !kept.allowed) kept.turn = ++this.turns;
    }
    for (const kept of this.list) {
      // One that is paused, or has no run yet, may have its turn as soon as it wants it: the next look decides.
      const allowed =
        chosen.has(kept) || (this.inSight(kept) && !wanting.includes(kept) && wanting.length < this.spare);
      const waits = !allowed && wanting.includes(kept);
      if (allowed === kept.allowed && waits === kept.waits) continue;
      kept.allowed = allowed;
      kept.waits = waits;
      kept.lab.allow(allowed, waits);
    }
  }

  private later(ms: number, work: () => void): void {
    const prevent = this.parts.after(ms, () => {
      this.pending.delete(prevent);
      work();
    });
    this.pending.add(prevent);
  }
}
