import { describe, expect, it } from 'vitest';
import { ImageSurvey } from '../../src/state/imageSurvey';
import { Selection } from '../../src/state/selection';
import type { Frame } from '../../src/worker/frameProtocol';
import type { ImagePosterior } from '../../src/worker/jobAnswers';
import type { JobRequests } from '../../src/worker/jobProtocol';
import { frameOf, turn } from '../support/fakeClient';

interface Asked {
  readonly request: JobRequests['posterior'];
  answer(): Promise<void>;
  end(error?: Error): Promise<void>;
}

/** A survey of a lab that shows the frames it is given, and answers when the test says so. */
function open() {
  const asked: Asked[] = [];
  const listeners = new Set<(frame: Frame) => void>();
  const selection = new Selection(() => 10);
  let time = 0;
  const lab = {
    selection,
    isAwake: true,
    frame: frameOf({ step: 5, training: false }) as Frame | null,
    on(_: 'frame', listener: (frame: Frame) => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    survey(_: 'posterior', request: JobRequests['posterior']) {
      const { step, latent, plane } = lab.frame!;
      const value = { index: request.index, step, axes: plane.axes, posteriors: { latent } } as ImagePosterior;
      return new Promise<ImagePosterior>((resolve, reject) => {
        asked.push({
          request,
          async answer() {
            resolve(value);
            await turn();
          },
          async end(error = new DOMException('gone', 'AbortError')) {
            reject(error);
            await turn();
          },
        });
      });
    },
  };
  const survey = new ImageSurvey(lab, () => time);
  return {
    asked,
    listeners,
    selection,
    survey,
    fallAsleep: (asleep: boolean) => {
      lab.isAwake = !asleep;
    },
    shown: () => survey.store.getState().answer,
    lack: () => survey.store.getState().lack,
    show(changes: Partial<Frame>, after = 0) {
      time += after;
      lab.frame = frameOf({ ...lab.frame!, ...changes });
      for (const listener of listeners) listener(lab.frame);
    },
  };
}

describe('the survey of the selected image', () => {
  it('asks for nothing unless an image is selected and somebody follows', () => {
    const { asked, selection, survey, listeners, show } = open();
    selection.select(3);
    show({ step: 6 });
    expect(asked).toEqual([]);
    selection.release();
    const stop = survey.follow();
    expect(asked).toEqual([]);
    selection.select(4);
    expect(asked.map(({ request }) => request.index)).toEqual([4]);
    stop();
    expect(listeners.size).toBe(0);
  });

  it('asks nothing of a lab that sleeps, which would wake for it, and asks when it has woken', () => {
    const { asked, selection, survey, fallAsleep, show } = open();
    fallAsleep(true);
    selection.select(3);
    survey.follow();
    show({ step: 6 });
    expect(asked).toEqual([]);
    fallAsleep(false);
    show({});
    expect(asked).toHaveLength(1);
  });

  it('asks once for a model at rest, and again when it has changed', async () => {
    const { asked, selection, survey, shown, show } = open();
    selection.select(3);
    survey.follow();
    await asked[0]!.answer();
    expect(shown()).toMatchObject({ index: 3, step: 5 });
    show({});
    expect(asked).toHaveLength(1);
    show({ noiseScale: 0.25 });
    expect(asked).toHaveLength(2);
  });

  it.each<Partial<Frame>>([{ likelihood: 'squared' }, { sigmaX: 0.5 }, { regulariser: 'simple' }])(
    'asks anew at rest for %o where the frame has no losses, as with 60,000 images',
    async (changes) => {
      const { asked, selection, survey, show } = open();
      show({ likelihood: 'gaussian', sigmaX: 0.3, restLosses: null });
      selection.select(3);
      survey.follow();
      await asked[0]!.answer();
      show({});
      expect(asked).toHaveLength(1);
      show(changes);
      expect(asked).toHaveLength(2);
    },
  );

  it('keeps a pace while training goes on, one request at a time', async () => {
    const { asked, selection, survey, show } = open();
    show({ training: true });
    selection.select(3);
    survey.follow();
    show({ step: 6 }, 1000);
    expect(asked).toHaveLength(1);
    await asked[0]!.answer();
    expect(asked, 'what came meanwhile is asked for next').toHaveLength(2);
    await asked[1]!.answer();
    show({ step: 7 }, 100);
    expect(asked).toHaveLength(2);
    show({ step: 8 }, 300);
    expect(asked).toHaveLength(3);
  });

  it('asks again after an end, with the next frame', async () => {
    const { asked, selection, survey, shown, show } = open();
    selection.select(3);
    survey.follow();
    await asked[0]!.end();
    expect(asked).toHaveLength(1);
    expect(shown()).toBeNull();
    show({});
    expect(asked).toHaveLength(2);
  });

  it('keeps a refusal, asks no more for the same, and forgets it with the next answer', async () => {
    const { asked, selection, survey, shown, lack, show } = open();
    selection.select(3);
    const stop = survey.follow();
    await asked[0]!.answer();
    show({ step: 6 });
    await asked[1]!.end(new RangeError('This model is a decoder alone'));
    expect([shown(), lack()]).toEqual([null, 'refused']);
    show({});
    expect(asked).toHaveLength(2);
    show({ step: 7 });
    expect(asked).toHaveLength(3);
    expect(lack(), 'until more is known').toBe('refused');
    await asked[2]!.answer();
    expect([shown()?.step, lack()]).toEqual([7, null]);
    show({ step: 8 });
    await asked[3]!.end(Object.assign(new Error('404'), { name: 'SurveysMissing' }));
    expect(lack()).toBe('missing');
    stop();
    expect(lack()).toBeNull();
  });

  it.each<[string, (it: ReturnType<typeof open>) => void]>([
    ['of another image', ({ selection }) => selection.select(4)],
    ['of no image', ({ selection }) => selection.release()],
    ['of a run that began again', ({ show }) => show({ step: 0 })],
    ['of other axes', ({ show }) => show({ plane: { ...frameOf().plane, axes: [1, 0] } })],
    ['that has been out of date for long', ({ show }) => show({ step: 9 }, 20_000)],
  ])('drops an answer %s', async (_, happen) => {
    const opened = open();
    opened.selection.select(3);
    opened.survey.follow();
    await opened.asked[0]!.answer();
    opened.show({ step: 6 }, 1000);
    expect(opened.shown(), 'a step later').toMatchObject({ step: 5 });
    happen(opened);
    expect(opened.shown()).toBeNull();
  });

  it('does not show an answer for an image that is selected no longer', async () => {
    const { asked, selection, survey, shown } = open();
    selection.select(3);
    survey.follow();
    selection.select(4);
    await asked[0]!.answer();
    expect(shown()).toBeNull();
    expect(asked[1]!.request.index).toBe(4);
    await asked[1]!.answer();
    expect(shown()).toMatchObject({ index: 4 });
  });

  it('goes on for one follower when another leaves', async () => {
    const { asked, selection, survey, shown, show } = open();
    selection.select(3);
    const [first, second] = [survey.follow(), survey.follow()];
    await asked[0]!.answer();
    first();
    first();
    show({ noiseScale: 0.25 });
    expect(asked).toHaveLength(2);
    expect(shown()).not.toBeNull();
    second();
    expect(shown()).toBeNull();
  });
});
