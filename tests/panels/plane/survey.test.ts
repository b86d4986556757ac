import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DensityField } from '../../../src/draw/plane/field';
import type { PlaneLayer, PlaneScene } from '../../../src/panels/plane/layer';
import { planeSurveys } from '../../../src/panels/plane/surveys';
import type { Lab } from '../../../src/state/lab';
import type { JobKind, JobRequests } from '../../../src/worker/jobProtocol';
import type { Likelihood, Regulariser } from '../../../src/worker/protocol';
import { normalField } from '../../support/density';
import { PATIENTLY } from '../../support/patiently';

const WINDOW = { x: 0, y: 0, half: 3 };

interface Moment {
  step?: number;
  training?: boolean;
  noiseScale?: number;
  likelihood?: Likelihood;
  sigmaX?: number | null;
  regulariser?: Regulariser;
  first?: number;
  window?: typeof WINDOW;
  density?: boolean;
  contours?: boolean;
  others?: Partial<PlaneScene['layers']>;
  pins?: { x: number; y: number }[];
}

/** What of a scene the survey looks at. */
const sceneOf = ({
  step = 1,
  training = false,
  noiseScale = 1,
  likelihood = 'bernoulli',
  sigmaX = null,
  regulariser = 'kl',
  first = 0,
  window = WINDOW,
  density = true,
  contours = false,
  others = {},
  pins = [],
}: Moment = {}): PlaneScene =>
  ({
    frame: {
      step,
      training,
      noiseScale,
      likelihood,
      sigmaX,
      regulariser,
      plane: { axes: [0, 1], mu: Float32Array.of(first, 0), sigma: Float32Array.of(1, 1) },
    },
    window,
    scales: { unit: 250 / window.half, size: 500 },
    layers: { density, contours, ...others },
    pins,
  }) as unknown as PlaneScene;

/** A survey whose requests wait until the test answers them. */
function open() {
  const requests: {
    kind: JobKind;
    request: JobRequests['density'];
    answer(field: DensityField): void;
    tell(share: number): void;
    refuse(error: Error): void;
  }[] = [];
  const came = vi.fn();
  const ended = vi.fn(async (_key: string) => {
    requests.at(-1)!.refuse(new DOMException('Nobody waits for it any more', 'AbortError'));
  });
  const waits = vi.fn();
  const progress = vi.fn();
  const state = { run: {}, isAwake: true };
  const lab = {
    survey: (kind: JobKind, request: object, _: string, tell: (share: number) => void) =>
      new Promise((answer, refuse) => {
        requests.push({ kind, request, answer, refuse, tell } as (typeof requests)[number]);
      }),
    endSurvey: ended,
    get isAwake() {
      return state.isAwake;
    },
    store: { getState: () => ({ run: state.run }) },
    frame: null,
    on: () => () => {},
  };
  const survey = planeSurveys(lab as unknown as Lab, { came, waits, progress });
  const answer = async (): Promise<DensityField> => {
    const { request, answer: give } = requests.at(-1)!;
    const field = normalField(request.window, request.size);
    give(field);
    await Promise.resolve();
    await Promise.resolve();
    return field;
  };
  return { survey, requests, came, answer, ended, waits, progress, state };
}

beforeEach(() => vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => vi.useRealTimers());

describe('the survey of a density', () => {
  it('asks for nothing while no layer shows it', () => {
    const { survey, requests } = open();
    survey.paint(sceneOf({ density: false }));
    survey.paint({ ...sceneOf(), frame: null });
    expect(requests).toHaveLength(0);
    survey.paint(sceneOf({ density: false, contours: true }));
    expect(requests).toHaveLength(1);
  });

  it('asks nothing of a lab that sleeps, which would wake for it, and asks when it has woken', () => {
    const { survey, requests, state } = open();
    state.isAwake = false;
    survey.paint(sceneOf());
    expect(requests).toHaveLength(0);
    state.isAwake = true;
    survey.paint(sceneOf());
    expect(requests).toHaveLength(1);
  });

  it('asks for what is seen and a margin around it', () => {
    const { survey, requests } = open();
    survey.paint(sceneOf({ window: { x: 1, y: -2, half: 4 } }));
    const { window } = requests[0]!.request;
    expect([window.x, window.y]).toEqual([1, -2]);
    expect(window.half).toBeGreaterThan(4);
  });

  it('asks anew where its layer comes back before what was ended is over', async () => {
    const { survey, requests, ended, came, answer } = open();
    // The end is on its way.
    ended.mockImplementation(async () => undefined);
    survey.paint(sceneOf());
    survey.paint(sceneOf({ density: false }));
    survey.paint(sceneOf());
    expect(requests).toHaveLength(1);
    requests[0]!.refuse(new DOMException('Nobody waits for it any more', 'AbortError'));
    await vi.waitFor(() => expect(requests).toHaveLength(2), PATIENTLY);
    await answer();
    expect(came).toHaveBeenCalledTimes(1);
  });

  it('tells nothing when it has been disposed of but that it waits no more', async () => {
    const { survey, requests, ended, waits, came } = open();
    ended.mockImplementation(async () => undefined);
    survey.paint(sceneOf());
    survey.dispose();
    expect(waits).toHaveBeenLastCalledWith('density', false);
    const told = waits.mock.calls.length;
    requests[0]!.refuse(new DOMException('Nobody waits for it any more', 'AbortError'));
    await Promise.resolve();
    await Promise.resolve();
    expect(waits).toHaveBeenCalledTimes(told);
    expect(came).not.toHaveBeenCalled();
  });

  it('has one request under way, and asks for the latest next', async () => {
    const { survey, requests, came, answer } = open();
    survey.paint(sceneOf());
    for (const x of [1, 2, 3]) survey.paint(sceneOf({ window: { ...WINDOW, x } }));
    expect(requests).toHaveLength(1);
    const field = await answer();
    expect(came).toHaveBeenCalledExactlyOnceWith({ density: field });
    expect(requests).toHaveLength(2);
    expect(requests[1]!.request.window.x).toBe(3);
    await answer();
    expect(requests).toHaveLength(2);
  });

  it('at rest asks anew for another moment, settings of the decoder or window, and for nothing else', async () => {
    const { survey, requests, answer } = open();
    survey.paint(sceneOf());
    await answer();
    survey.paint(sceneOf());
    expect(requests).toHaveLength(1);
    const moments: Moment[] = [
      { noiseScale: 0.5 },
      { likelihood: 'gaussian', sigmaX: 0.3 },
      { likelihood: 'gaussian', sigmaX: 0.5 },
      { regulariser: 'simple' },
      { step: 2 },
      { step: 2, first: 1 },
      { window: { ...WINDOW, y: 1 } },
    ];
    for (const [i, moment] of moments.entries()) {
      survey.paint(sceneOf(moment));
      await answer();
      expect(requests).toHaveLength(i + 2);
    }
  });

  it('asks anew of another run that looks the same, as of two decoders alone', async () => {
    const { survey, requests, answer, state } = open();
    survey.paint(sceneOf());
    await answer();
    state.run = {};
    survey.paint(sceneOf());
    expect(requests).toHaveLength(2);
    await answer();
    survey.paint(sceneOf());
    expect(requests).toHaveLength(2);
  });

  it('while training goes on asks a few times a second, and at once when it has come to rest', async () => {
    const { survey, requests, answer } = open();
    for (let step = 1; step <= 60; step++) {
      survey.paint(sceneOf({ step, training: true }));
      await answer();
      vi.advanceTimersByTime(16);
    }
    expect(requests.length).toBeGreaterThan(3);
    expect(requests.length).toBeLessThan(7);
    const before = requests.length;
    survey.paint(sceneOf({ step: 61 }));
    expect(requests).toHaveLength(before + 1);
  });

  it('that was refused is asked for again with the next frame', async () => {
    const { survey, requests, came } = open();
    survey.paint(sceneOf());
    requests[0]!.refuse(new DOMException('The run began again', 'AbortError'));
    await Promise.resolve();
    await Promise.resolve();
    survey.paint(sceneOf());
    expect(requests).toHaveLength(2);
    expect(came).not.toHaveBeenCalled();
  });

  it('that the model cannot answer takes what was shown away, and is not asked for with every frame', async () => {
    const { survey, requests, came } = open();
    survey.paint(sceneOf());
    requests[0]!.refuse(new RangeError('This model is a decoder alone: it has no codes of images'));
    await Promise.resolve();
    await Promise.resolve();
    expect(came).toHaveBeenCalledExactlyOnceWith({ density: null });
    survey.paint(sceneOf());
    expect(requests).toHaveLength(1);
    survey.paint(sceneOf({ step: 2 }));
    expect(requests).toHaveLength(2);
  });

  it('gives nothing to a plane that shows it no more, or has gone', async () => {
    for (const end of [
      (survey: PlaneLayer) => survey.paint(sceneOf({ density: false })),
      (survey: PlaneLayer) => survey.dispose(),
    ]) {
      const { survey, requests, came, ended } = open();
      survey.paint(sceneOf());
      expect(ended).not.toHaveBeenCalled();
      end(survey);
      await Promise.resolve();
      expect(ended).toHaveBeenCalledExactlyOnceWith('plane density');
      expect(came).not.toHaveBeenCalled();
      expect(requests).toHaveLength(1);
    }
  });
});

describe('the surveys of a window', () => {
  it('are of what is on alone, each under its own name', async () => {
    const { survey, requests } = open();
    const one = (name: 'uncovered' | 'stretch' | 'indicatrices') =>
      sceneOf({ density: false, others: { [name]: true } });
    survey.paint(one('stretch'));
    survey.paint(one('indicatrices'));
    survey.paint(one('uncovered'));
    expect(requests.map(({ kind }) => kind)).toEqual(['stretch', 'indicatrices', 'uncovered']);
  });

  it('seek a geodesic between the first two of at least two pins, and tell when one is being sought', async () => {
    const { survey, requests, waits } = open();
    const pinned = (...pins: { x: number; y: number }[]) =>
      sceneOf({ density: false, others: { geodesic: true }, pins });
    survey.paint(pinned({ x: 1, y: 2 }));
    expect(requests).toHaveLength(0);
    survey.paint(pinned({ x: 1, y: 2 }, { x: -1, y: 0 }, { x: 3, y: 3 }));
    expect(requests[0]!.request).toMatchObject({ from: [1, 2], to: [-1, 0] });
    expect(waits.mock.lastCall).toEqual(['geodesic', true]);
    // One of the two is taken away.
    survey.paint(pinned({ x: 1, y: 2 }));
    await Promise.resolve();
    await Promise.resolve();
    expect(waits.mock.lastCall).toEqual(['geodesic', false]);
  });

  it('tell what share of a geodesic is done, while the plane is there', () => {
    const { survey, requests, progress } = open();
    const pins = [
      { x: 0, y: 0 },
      { x: 1, y: 2 },
    ];
    survey.paint(sceneOf({ density: false, others: { geodesic: true }, pins }));
    requests[0]!.tell(0.25);
    expect(progress.mock.calls).toEqual([['geodesic', 0.25]]);
    survey.dispose();
    requests[0]!.tell(0.5);
    expect(progress).toHaveBeenCalledTimes(1);
  });

  it('ask where nothing is covered within the unit circle alone, as finely as it is seen', () => {
    const ofHalf = (half: number): JobRequests['uncovered'] => {
      const { survey, requests } = open();
      survey.paint(sceneOf({ density: false, others: { uncovered: true }, window: { x: 0.5, y: 0, half } }));
      return requests[0]!.request;
    };
    const [far, wide, near] = [ofHalf(100), ofHalf(3), ofHalf(0.25)];
    expect(far.window).toEqual(wide.window);
    expect([wide.window.x, wide.window.y]).toEqual([0, 0]);
    expect(wide.window.half).toBeGreaterThan(1);
    expect(wide.window.half).toBeLessThan(1.2);
    expect(wide.size).toBeGreaterThan(far.size);
    expect([near.window.x, near.window.y]).toEqual([0.5, 0]);
    expect(near.window.half).toBeGreaterThan(0.25);
    expect((2 * near.window.half) / near.size).toBeLessThan((2 * wide.window.half) / wide.size);
  });
});
