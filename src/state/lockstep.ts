import type { Lab } from './lab';

/** How far a run may go, and when changes of its pace hold. */
export interface Bound {
  /** The step at which it waits for a later bound. */
  readonly until: number;
  /** A step that none of the runs has passed: changes of the pace hold from there on, in all of them. */
  readonly from: number;
}

/** Frames for which one may be ahead of the slowest: what a page knows of a run is two frames old. */
const AHEAD = 3;

/** Steps that one which rests behind takes at once to catch up; then others have their turn. */
const CHUNK = 500;

/** Steps that one which rests behind catches up without being played. */
const MOST = 5000;

interface Member {
  readonly lab: Lab;
  /** Of its last frame; null while a run begins. */
  step: number | null;
  /** Steps between its last two frames. */
  taken: number;
  /** It has gone back, as after a lost loss or to what was loaded, or could not go on: at rest it stays there. */
  wentBack: boolean;
  isCatchingUp: boolean;
}

/**
 * Keeps the runs of several labs in step. While they train none gets farther ahead of the slowest than a few frames;
 * when they rest those behind catch up, so that what is compared is of the same step, and of the same batches.
 */
export class Lockstep {
  private readonly members: readonly Member[];
  private readonly stops: readonly (() => void)[];

  constructor(labs: readonly Lab[]) {
    this.members = labs.map((lab) => ({ lab, step: null, taken: 0, wentBack: false, isCatchingUp: false }));
    this.stops = this.members.flatMap((member) => {
      const { lab } = member;
      return [
        lab.on('frame', ({ step }) => this.follow(member, step)),
        lab.store.subscribe((state, before) => {
          if (state.starting && !before.starting) this.begin(member);
          if (state.playing && !before.playing) member.wentBack = false;
          if (state.failure !== before.failure || state.run !== before.run) this.update();
        }),
      ];
    });
    this.update();
  }

  dispose(): void {
    for (const stop of this.stops) stop();
    for (const { lab } of this.members) lab.bind(null);
  }

  /** A run begins: it waits for the others. */
  private begin(member: Member): void {
    member.step = null;
    member.wentBack = false;
    member.lab.bind({ until: 0, from: 0 });
  }

  private follow(member: Member, step: number): void {
    if (member.lab.store.getState().starting) return;
    const before = member.step ?? step;
    if (step !== before) member.wentBack = step < before;
    member.taken = Math.max(0, step - before);
    member.step = step;
    this.update();
  }

  private update(): void {
    // One that cannot train keeps nobody waiting.
    const active = this.members.filter(({ lab }) => {
      const { failure, run } = lab.store.getState();
      return failure === null && run?.engine !== 'layers';
    });
    const steps = active.flatMap(({ step }) => step ?? []);
    if (active.length === 0 || steps.length < active.length) return;
    const [least, most] = [Math.min(...steps), Math.max(...steps)];
    const until = least + Math.max(1, AHEAD * Math.max(...active.map(({ taken }) => taken)));
    const bound = { until, from: Math.max(until, most) };
    for (const { lab } of active) lab.bind(bound);
    if (least < most && active.every(({ lab }) => lab.rests)) {
      for (const member of active) if (member.step! < most) void this.catchUp(member, most - member.step!);
    }
  }

  private async catchUp(member: Member, count: number): Promise<void> {
    if (member.wentBack || member.isCatchingUp || count > MOST) return;
    member.isCatchingUp = true;
    try {
      await member.lab.advance(Math.min(count, CHUNK));
    } catch {
      // What ended the run is told by its own lab; it is not tried again before it has gone on.
      member.wentBack = true;
    }
    member.isCatchingUp = false;
    this.update();
  }
}
