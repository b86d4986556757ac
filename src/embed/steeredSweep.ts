import { deskOf } from '../figures/sweep/deskOf';
import type { Site } from '../panels/context';
import type { FigureSpec } from '../state/figureSpec';
import type { Sweep } from '../state/sweep';
import { parsePlan, usualPlan } from '../state/sweepPlan';
import type { Steered } from './steered';

/** The sweep of a figure that has no lab of its own: its settings are those of the models of the next sweep. */
export function steeredSweep(site: Site, spec: FigureSpec): Steered {
  const desk = deskOf(site, spec);
  return {
    // Of several models none stands for all.
    frame: null,
    play() {
      if (desk.sweep === null) desk.start();
      else desk.sweep.play();
    },
    pause() {
      desk.sweep?.pause();
    },
    step: async (count) => {
      const said = `step(${count}) is refused: a sweep trains all of its models to the steps of its plan`;
      throw new Error(`${said}; play() begins it or goes on, pause() stops it`);
    },
    plan(text) {
      const plan = text === '' ? (spec.sweeps?.plan ?? usualPlan()) : parsePlan(text);
      if (plan === null) {
        const form = 'b, s, r or z, with two to eight values and the steps, as b:0,0.5,1:2000';
        throw new RangeError(`sw=${text} is refused: it must be ${form}`);
      }
      desk.set(plan);
    },
    follow({ frame, failed }) {
      const stops: (() => void)[] = [];
      const follow = (sweep: Sweep | null): void => {
        for (const stop of stops.splice(0)) stop();
        if (sweep === null) return;
        const { setting, models, store } = sweep;
        stops.push(
          ...models.map(({ lab }, place) => lab.on('frame', (shown) => frame(shown, place))),
          store.subscribe(({ out }, before) => {
            for (const [place, { lab, value }] of models.entries()) {
              if (!out[place] || before.out[place]) continue;
              const { failure } = lab.store.getState();
              failed(`${setting} ${value}: ${failure?.message ?? 'it stopped, and the others go on without it'}`);
            }
          }),
        );
      };
      follow(desk.sweep);
      const stop = desk.store.subscribe(({ sweep }, before) => {
        if (sweep !== before.sweep) follow(sweep);
      });
      return () => {
        stop();
        follow(null);
      };
    },
  };
}
