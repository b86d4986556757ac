import type { Lab } from './lab';
import type { LabState } from './labState';

/** How far a run may go, and when changes of its pace hold. */
export interface Bound {
  /** The step at which it waits for a later bound. */
  readonly until: number;
  /** A step that none of the runs has passed: changes of the pace hold from there on, in all of them. */
  readonly from: number;
}

/** Whether a lab trains, or will when its run has begun: not one that has failed, nor a model that was brought to be seen. */
export const canTrain = ({ failure, run }: Pick<LabState, 'failure' | 'run'>): boolean =>
  failure === null && run?.engine !== 'layers';

/** Frames of the slowest by which others may be ahead of it: what a page knows of a run is two frames old. */
const AHEAD = 3;

/** Steps that one which rests behind takes at once to catch up; then others have their turn. */
const CHUNK = 500;

/** Steps that one which rests behind catches up without being played. */
const MOST = 5000;

/** What it needs of a lab. */
export type SteppedLab = Pick<Lab, 'store' | 'frame' | 'on' | 'bind' | 'rests' | 'advance'>;

interface Member {
  readonly lab: SteppedLab;
  /** Of its last frame; null while a run begins. */
  step: number | null;
  /** Steps from one of its frames to the next, of late: a frame that shows none more says nothing of its speed. */
  taken: number;
  /** It has gone back, as after a lost loss or to what was loaded, or could not go on: at rest it stays there. */
  wentBack: boolean;
  isCatchingUp: boolean;
  /** The latest step up to which it was ever let: it may be there although no frame has shown it. */
  allowed: number;
  /** Ends what it listens to. */
  stop(): void;
}

/**
 * Keeps the runs of several labs in step. While they train none gets farther ahead of the slowest than a few frames;
 * when they rest those behind catch up, so that what is compared is of the same step, and of the same batches.
 */
export class Lockstep {
  private members: readonly Member[];

  /**
   * @param goal the step at which all of them wait; none where it is not said
   * @param slack steps by which they may be ahead of the slowest, however slow that is
   */
  constructor(
    labs: readonly SteppedLab[],
    private goal = Number.POSITIVE_INFINITY,
    private readonly slack = 1,
  ) {
    this.members = labs.map((lab) => this.memberOf(lab));
    for (const { lab } of this.members) lab.bind({ until: 0, from: 0 });
    this.update();
  }

  /** All of them wait at another step. Those that train are never let go for it, not even for a moment. */
  goTo(goal: number): void {
    this.goal = goal;
    this.update();
  }

  /** One of them goes its own way, and the others on without it. */
  leave(lab: SteppedLab): void {
    const gone = this.members.filter((member) => member.lab === lab);
    this.members = this.members.filter((member) => member.lab !== lab);
    for (const member of gone) letGo(member);
    this.update();
  }

  dispose(): void {
    for (const member of this.members) letGo(member);
  }

  private memberOf(lab: SteppedLab): Member {
    const stops = [
      lab.on('frame', ({ step }) => this.follow(member, step)),
      lab.store.subscribe((state, before) => {
        if (state.starting && !before.starting) this.begin(member);
        if (state.playing && !before.playing) member.wentBack = false;
        if (state.failure !== before.failure || state.run !== before.run) this.update();
      }),
    ];
    const member: Member = {
      lab,
      step: lab.store.getState().starting ? null : (lab.frame?.step ?? null),
      taken: 0,
      wentBack: false,
      isCatchingUp: false,
      allowed: 0,
      stop() {
        for (const stop of stops) stop();
      },
    };
    return member;
  }

  /** A run begins: it waits for the others. */
  private begin(member: Member): void {
    member.step = null;
    member.taken = 0;
    member.wentBack = false;
    member.allowed = 0;
    member.lab.bind({ until: 0, from: 0 });
  }

  private follow(member: Member, step: number): void {
    if (member.lab.store.getState().starting) return;
    const before = member.step ?? step;
    if (step !== before) member.wentBack = step < before;
    member.taken = Math.max(step - before, member.taken / 2);
    member.step = step;
    this.update();
  }

  private update(): void {
    // One that cannot train keeps nobody waiting.
    const active = this.members.filter(({ lab }) => canTrain(lab.store.getState()));
    const steps = active.flatMap(({ step }) => step ?? []);
    if (active.length === 0 || steps.length < active.length) return;
    const [least, most] = [Math.min(...steps), Math.max(...steps)];
    // Of those that are behind: the others may be waiting.
    const pace = Math.max(...active.filter(({ step }) => step === least).map(({ taken }) => taken));
    const until = Math.min(this.goal, least + Math.max(this.slack, Math.ceil(AHEAD * pace)));
    const bound = { until, from: Math.max(until, most, ...active.map((member) => member.allowed)) };
    for (const member of active) {
      member.allowed = Math.max(until, member.allowed);
      member.lab.bind(bound);
    }
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

function letGo({ lab, stop }: Member): void {
  stop();
  lab.bind(null);
}
