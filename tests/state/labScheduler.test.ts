import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LabScheduler } from '../../src/state/labScheduler';
import { frameOf, summaryOf, turn } from '../support/fakeClient';
import { createLab, type MadeLab, sleepOf } from '../support/labs';

/** A clock that the test moves on. */
function fakeClock() {
  let now = 0;
  let tasks: { at: number; work: () => void }[] = [];
  return {
    now: () => now,
    after(ms: number, work: () => void) {
      const task = { at: now + ms, work };
      tasks.push(task);
      return () => {
        tasks = tasks.filter((other) => other !== task);
      };
    },
    get waiting(): number {
      return tasks.length;
    },
    async pass(ms: number): Promise<void> {
      const end = now + ms;
      for (;;) {
        const next = tasks.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (next === undefined) break;
        tasks = tasks.filter((task) => task !== next);
        now = next.at;
        next.work();
        await turn();
      }
      now = end;
    },
  };
}

/** Labs whose workers answer at once. */
function createLabs(count: number, cores: number) {
  const clock = fakeClock();
  const scheduler = new LabScheduler({ cores, now: clock.now, after: clock.after });
  const labs = Array.from({ length: count }, () => createLab({}, true));
  const stops = labs.map(({ lab }) => scheduler.keep(lab));
  /** Answers everything that any worker was asked. */
  const settle = async (): Promise<void> => {
    for (let quiet = 0; quiet < 3; ) {
      quiet += 1;
      await turn();
      for (const { clients } of labs) {
        for (const client of clients) {
          if (client.waiting('start') > 0) await client.answer('start', summaryOf());
          else if (client.waiting('sleep') > 0) await client.answer('sleep', sleepOf(1));
          else if (client.waiting('play') > 0) await client.answer('play', null);
          else if (client.waiting('frame') > 0) await client.answer('frame', frameOf());
          else continue;
          quiet = 0;
        }
      }
    }
  };
  const pass = async (ms: number): Promise<void> => {
    for (let rest = ms; rest > 0; rest -= 250) {
      await clock.pass(Math.min(250, rest));
      await settle();
    }
  };
  const see = async (made: MadeLab, visible: boolean): Promise<void> => {
    scheduler.see(made.lab, visible);
    await settle();
  };
  const awake = () => labs.filter(({ clients }) => clients.some(({ closed }) => !closed));
  /** Labs whose worker was last told to train. */
  const training = () =>
    awake().filter(({ client }) => client.count('play') > 0 && client.last('play').payload.playing === true);
  return { scheduler, labs, stops, clock, pass, see, awake, training };
}

describe('a scheduler of labs', () => {
  it('gives a worker to what is in sight for a moment, and to nothing that is scrolled past', async () => {
    const { labs, see, pass, awake } = createLabs(3, 8);
    await see(labs[0]!, true);
    await see(labs[1]!, true);
    await see(labs[1]!, false);
    await pass(1000);
    expect(awake()).toEqual([labs[0]]);
    expect(labs[2]!.clients).toEqual([]);
  });

  it('lets nothing train that is out of sight, or on a hidden page', async () => {
    const { scheduler, labs, see, pass, training } = createLabs(2, 8);
    for (const made of labs) await see(made, true);
    await pass(1000);
    expect(training()).toHaveLength(2);
    await see(labs[1]!, false);
    expect(training()).toEqual([labs[0]]);
    scheduler.showPage(false);
    await pass(250);
    expect(training()).toEqual([]);
    scheduler.showPage(true);
    await pass(1000);
    expect(training()).toEqual([labs[0]]);
  });

  it('tells the timeline of a lab whether it is in sight, as its film waits while it is not', async () => {
    const { scheduler, labs, see } = createLabs(2, 2);
    const watched = (): boolean[] => labs.map(({ lab }) => lab.timeline.isWatched);
    expect(watched()).toEqual([false, false]);
    // Even those that others leave no core.
    for (const made of labs) await see(made, true);
    expect(watched()).toEqual([true, true]);
    await see(labs[1]!, false);
    expect(watched()).toEqual([true, false]);
    scheduler.showPage(false);
    expect(watched()).toEqual([false, false]);
    scheduler.showPage(true);
    expect(watched()).toEqual([true, false]);
  });

  it('has as many train as there are cores to spare, each as often as the others', async () => {
    const { scheduler, labs, see, pass, training } = createLabs(5, 3);
    for (const made of labs) await see(made, true);
    await pass(2000);
    const turns = new Map(labs.map((made) => [made, 0]));
    for (let second = 0; second < 50; second++) {
      await pass(1000);
      const now = training();
      expect(now).toHaveLength(2);
      expect(new Set(scheduler.training)).toEqual(new Set(now.map(({ lab }) => lab)));
      for (const made of now) turns.set(made, turns.get(made)! + 1);
    }
    expect([...turns.values()]).toEqual([20, 20, 20, 20, 20]);
  });

  it('tells those in sight that wait for their turn from those that rest', async () => {
    const { scheduler, labs, see, pass, training } = createLabs(4, 2);
    const waiting = () => labs.filter(({ client }) => client?.last('play').payload.waits === true);
    for (const made of labs.slice(0, 3)) await see(made, true);
    await pass(2000);
    expect(training()).toHaveLength(1);
    expect(new Set([...training(), ...waiting()])).toEqual(new Set(labs.slice(0, 3)));
    const [first, second] = waiting() as [MadeLab, MadeLab];
    first.lab.pause();
    await see(second, false);
    expect(waiting()).toEqual([]);
    await see(second, true);
    expect(waiting()).toEqual([second]);
    scheduler.showPage(false);
    await pass(250);
    expect(waiting()).toEqual([]);
  });

  it('gives the turn of one that is paused to the others', async () => {
    const { labs, see, pass, training } = createLabs(3, 2);
    for (const made of labs) await see(made, true);
    await pass(2000);
    labs[0]!.lab.pause();
    labs[1]!.lab.pause();
    await pass(1000);
    expect(training()).toEqual([labs[2]]);
    labs[0]!.lab.play();
    await pass(250);
    expect(training(), 'whose turn it is').toHaveLength(1);
  });

  it('takes back the worker of what has been away for long, and wakes it when it returns', async () => {
    const { labs, see, pass, awake } = createLabs(1, 4);
    const [made] = labs as [MadeLab];
    await see(made, true);
    await pass(1000);
    await see(made, false);
    await pass(15_000);
    expect(awake()).toEqual([made]);
    await pass(10_000);
    expect(awake()).toEqual([]);
    expect(made.state().asleep).toBe(true);
    await see(made, true);
    await pass(1000);
    expect(awake()).toEqual([made]);
    expect(made.client.last('start').payload.wake).not.toBeNull();
  });

  it('leaves few workers behind a reader who scrolls on and on', async () => {
    const { labs, see, pass, awake } = createLabs(20, 4);
    for (let pass_ = 0; pass_ < 2; pass_++) {
      for (const made of labs) {
        await see(made, true);
        await pass(500);
        expect(awake().length).toBeLessThanOrEqual(4);
        await see(made, false);
      }
    }
    await pass(1000);
    expect(awake().length).toBeLessThanOrEqual(2);
  });

  it('starts no worker out of sight for a setting that changes everywhere', async () => {
    const { labs, see, pass, awake } = createLabs(6, 4);
    await see(labs[0]!, true);
    await pass(1000);
    await see(labs[0]!, false);
    await pass(25_000);
    for (const { lab } of labs) void lab.set({ seed: 7 });
    await pass(2000);
    expect(awake()).toEqual([]);
    for (const made of labs.slice(0, 2)) {
      await see(made, true);
      await pass(1000);
      expect(made.client.last('start').payload).toMatchObject({ wake: null, run: { seed: 7 } });
    }
    expect(awake()).toEqual(labs.slice(0, 2));
  });

  it('has a team train at once, however few cores there are, and others in between', async () => {
    const { scheduler, labs, see, pass, training } = createLabs(4, 2);
    const team = labs.slice(1, 3);
    scheduler.team(team.map(({ lab }) => lab));
    for (const made of labs) await see(made, true);
    await pass(2000);
    const turns = new Map(labs.map((made) => [made, 0]));
    for (let second = 0; second < 30; second++) {
      await pass(1000);
      const now = training();
      expect([[labs[0]], team, [labs[3]]]).toContainEqual(now);
      for (const made of now) turns.set(made, turns.get(made)! + 1);
    }
    expect([...turns.values()]).toEqual([10, 10, 10, 10]);
  });

  it('has no others train while one of a team that trains alone wants to, and all again after it', async () => {
    const { scheduler, labs, see, pass, training } = createLabs(4, 2);
    const team = labs.slice(1, 3);
    scheduler.team(
      team.map(({ lab }) => lab),
      true,
    );
    for (const made of labs) await see(made, true);
    await pass(2000);
    for (let second = 0; second < 6; second++) {
      await pass(1000);
      expect(training()).toEqual(team);
    }
    team[0]!.lab.pause();
    await pass(1000);
    expect(training()).toEqual([team[1]]);
    await see(team[1]!, false);
    const turns = new Set<MadeLab>();
    for (let second = 0; second < 4; second++) {
      await pass(1000);
      for (const made of training()) turns.add(made);
    }
    expect(turns).toEqual(new Set([labs[0], labs[3]]));
  });

  it.each([2, 4])('has all models of a sweep train at once on %i cores, none of them less often', async (cores) => {
    const { scheduler, labs, see, pass, training } = createLabs(6, cores);
    scheduler.team(
      labs.map(({ lab }) => lab),
      true,
    );
    for (const made of labs) await see(made, true);
    await pass(2000);
    for (let second = 0; second < 4; second++) {
      await pass(1000);
      expect(training()).toEqual(labs);
    }
  });

  it('never exceeds the spare cores, nor trains anything unseen, whatever happens', async () => {
    const action = fc.oneof(
      fc.record({ kind: fc.constant('see' as const), lab: fc.nat(5), visible: fc.boolean() }),
      fc.record({ kind: fc.constant('page' as const), visible: fc.boolean() }),
      fc.record({ kind: fc.constant('play' as const), lab: fc.nat(5), playing: fc.boolean() }),
      fc.record({ kind: fc.constant('pass' as const), ms: fc.constantFrom(100, 1000, 25_000) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(action, { maxLength: 20 }), fc.constantFrom(1, 2, 4), async (actions, cores) => {
        const { scheduler, labs, see, pass, training } = createLabs(6, cores);
        const seen = new Set<MadeLab>();
        let shown = true;
        for (const each of actions) {
          if (each.kind === 'pass') await pass(each.ms);
          else if (each.kind === 'page') {
            shown = each.visible;
            scheduler.showPage(shown);
          } else {
            const made = labs[each.lab]!;
            if (each.kind === 'play') made.lab[each.playing ? 'play' : 'pause']();
            else {
              if (each.visible) seen.add(made);
              else seen.delete(made);
              await see(made, each.visible);
            }
          }
          await pass(250);
          const now = training();
          expect(now.length).toBeLessThanOrEqual(Math.max(1, cores - 1));
          for (const made of now) expect(shown && seen.has(made) && made.state().playing).toBe(true);
        }
        await pass(2000);
        const wanting = shown ? [...seen].filter((made) => made.state().playing).length : 0;
        expect(training(), 'no core is left idle').toHaveLength(Math.min(wanting, Math.max(1, cores - 1)));
      }),
      { seed: 81, numRuns: 30 },
    );
  });

  it('lets go of a lab, and of its clock', async () => {
    const { scheduler, labs, stops, see, pass, awake, clock } = createLabs(1, 4);
    stops[0]!();
    await see(labs[0]!, true);
    await pass(2000);
    expect(awake()).toEqual([]);
    scheduler.dispose();
    expect(clock.waiting).toBe(0);
  });
});
