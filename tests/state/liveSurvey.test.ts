import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Lab } from '../../src/state/lab';
import { LiveSurvey } from '../../src/state/liveSurvey';
import type { Frame } from '../../src/worker/frameProtocol';
import type { Measures } from '../../src/worker/jobAnswers';
import { frameOf } from '../support/fakeClient';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A lab that shows the frames it is given, and answers surveys when it is told to. */
function fakeLab() {
  const asked: { resolve: (step: number) => void; reject: (error?: Error) => void }[] = [];
  const listeners = new Set<(frame: Frame) => void>();
  const lab = {
    frame: null as Frame | null,
    isAwake: true,
    on(_: 'frame', listener: (frame: Frame) => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    survey: () =>
      new Promise((resolve, reject) => {
        asked.push({
          resolve: (step) => resolve({ step } as Measures),
          reject: (error = new DOMException('gone', 'AbortError')) => reject(error),
        });
      }),
  };
  return {
    asked,
    listeners,
    lab: lab as unknown as Lab,
    fallAsleep: (asleep: boolean) => {
      lab.isAwake = !asleep;
    },
    show(changes: Partial<Frame>) {
      lab.frame = frameOf(changes);
      for (const listener of listeners) listener(lab.frame);
    },
  };
}

/** A watched survey, and the steps of the answers so far. */
function watched(fake = fakeLab()) {
  const steps: number[] = [];
  const lacks: (string | null)[] = [];
  const survey = new LiveSurvey(fake.lab, 'measure');
  const stop = survey.watch((answer, lack) => {
    steps.push(answer?.step ?? -1);
    lacks.push(lack);
  });
  return { ...fake, survey, steps, lacks, stop };
}

const answer = async (fake: Pick<ReturnType<typeof fakeLab>, 'asked'>, step: number): Promise<void> => {
  fake.asked.at(-1)!.resolve(step);
  await vi.advanceTimersByTimeAsync(0);
};

describe('a survey that is kept up', () => {
  it('asks for nothing before there is a frame, nor when nobody watches', async () => {
    const fake = fakeLab();
    const survey = new LiveSurvey(fake.lab, 'measure');
    fake.show({ step: 1, training: true });
    const stop = survey.watch(() => undefined);
    expect(fake.asked).toHaveLength(1);
    stop();
    expect(fake.listeners.size).toBe(0);
    fake.show({ step: 2, training: false });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(fake.asked).toHaveLength(1);
    expect(watched().asked).toHaveLength(0);
  });

  it('asks again a second after each answer while the lab trains, and once when it rests', async () => {
    const live = watched();
    live.show({ step: 1, training: true });
    await answer(live, 1);
    live.show({ step: 50, training: true });
    await vi.advanceTimersByTimeAsync(900);
    expect(live.asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(200);
    expect(live.asked).toHaveLength(2);
    await answer(live, 50);
    live.show({ step: 60, training: false });
    expect(live.asked).toHaveLength(3);
    await answer(live, 60);
    live.show({ step: 60, training: false });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(live.asked).toHaveLength(3);
    live.show({ step: 60, training: false, noiseScale: 0.25 });
    expect(live.asked).toHaveLength(4);
    expect(live.steps).toEqual([1, 50, 60]);
  });

  it('asks nothing of a lab that sleeps, which would wake for it, and asks when it has woken', async () => {
    const live = watched();
    live.show({ step: 1, training: true });
    await answer(live, 1);
    live.fallAsleep(true);
    // The last frame before it sleeps is one of rest.
    live.show({ step: 5, training: false });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(live.asked).toHaveLength(1);
    live.fallAsleep(false);
    live.show({ step: 5, training: false });
    expect(live.asked).toHaveLength(2);
  });

  it('asks for a moment that came meanwhile next', async () => {
    const live = watched();
    live.show({ step: 1, training: true });
    live.show({ step: 9, training: false });
    expect(live.asked).toHaveLength(1);
    await answer(live, 1);
    expect(live.asked).toHaveLength(2);
    await answer(live, 9);
    expect(live.steps).toEqual([1, 9]);
  });

  it('asks again with the next frame when its moment is gone', async () => {
    const live = watched();
    live.show({ step: 9, training: false });
    live.asked[0]!.reject();
    await vi.advanceTimersByTimeAsync(0);
    expect(live.asked).toHaveLength(1);
    live.show({ step: 9, training: false });
    expect(live.asked).toHaveLength(2);
    await answer(live, 9);
    expect(live.steps).toEqual([9]);
  });

  it('tells all who watch the same answers, asked for once', async () => {
    const live = watched();
    live.show({ step: 3, training: false });
    await answer(live, 3);
    const late: number[] = [];
    const stop = live.survey.watch((told) => late.push(told?.step ?? -1));
    expect(late).toEqual([3]);
    expect(live.asked).toHaveLength(1);
    live.stop();
    live.show({ step: 4, training: false });
    await answer(live, 4);
    expect([live.steps, late]).toEqual([[3], [3, 4]]);
    stop();
    // Whoever comes when nobody has watched is told of no moment that has passed.
    const later: number[] = [];
    live.survey.watch((told) => later.push(told?.step ?? -1));
    expect(later).toEqual([]);
    expect(live.asked).toHaveLength(3);
  });

  it('tells that this model has no answer, and asks no more at the same moment', async () => {
    const live = watched();
    live.show({ step: 3, training: false });
    await answer(live, 3);
    live.show({ step: 4, training: false });
    live.asked.at(-1)!.reject(new RangeError('a decoder alone'));
    await vi.advanceTimersByTimeAsync(0);
    expect(live.steps).toEqual([3, -1]);
    expect(live.lacks).toEqual([null, 'refused']);
    const late: (string | null)[] = [];
    live.survey.watch((_, lack) => late.push(lack));
    expect(late, 'whoever comes later is told at once').toEqual(['refused']);
    live.show({ step: 4, training: false });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(live.asked).toHaveLength(2);
    live.show({ step: 5, training: false });
    expect(live.asked).toHaveLength(3);
  });

  it('tells that the script of surveys did not come, until an answer has', async () => {
    const live = watched();
    live.show({ step: 3, training: false });
    live.asked.at(-1)!.reject(Object.assign(new Error('404'), { name: 'SurveysMissing' }));
    await vi.advanceTimersByTimeAsync(0);
    live.show({ step: 4, training: false });
    await answer(live, 4);
    expect(live.lacks).toEqual(['missing', null]);
    expect(live.steps).toEqual([-1, 4]);
  });

  it('asks anew at the same step for other parameters', async () => {
    const live = watched();
    live.show({ step: 0, training: false });
    await answer(live, 0);
    const { plane } = frameOf();
    live.show({ step: 0, training: false, plane: { ...plane, mu: Float32Array.of(1, 2, 3, 4, 5, 6) } });
    expect(live.asked).toHaveLength(2);
  });

  it.each<Partial<Frame>>([{ likelihood: 'squared' }, { sigmaX: 0.5 }, { regulariser: 'simple' }, { beta: 2 }])(
    'asks anew at rest for %o where the frame has no losses, as with 60,000 images',
    async (changes) => {
      const live = watched();
      const settings: Partial<Frame> = { likelihood: 'gaussian', sigmaX: 0.3, regulariser: 'kl', beta: 1 };
      live.show(settings);
      await answer(live, 0);
      live.show(settings);
      expect(live.asked).toHaveLength(1);
      live.show({ ...settings, ...changes });
      expect(live.asked).toHaveLength(2);
    },
  );

  it('tells nothing after its end', async () => {
    const live = watched();
    live.show({ step: 3, training: true });
    live.stop();
    await answer(live, 3);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(live.steps).toEqual([]);
    expect(live.asked).toHaveLength(1);
  });
});
