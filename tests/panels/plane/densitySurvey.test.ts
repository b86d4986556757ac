import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DensityField } from '../../../src/draw/plane/field';
import { type DensityRequest, DensitySurvey } from '../../../src/panels/plane/densitySurvey';
import type { PlaneScene } from '../../../src/panels/plane/layer';
import { normalField } from '../../support/density';

const WINDOW = { x: 0, y: 0, half: 3 };

interface Moment {
  step?: number;
  training?: boolean;
  noiseScale?: number;
  first?: number;
  window?: typeof WINDOW;
  density?: boolean;
  contours?: boolean;
}

/** What of a scene the survey looks at. */
const sceneOf = ({
  step = 1,
  training = false,
  noiseScale = 1,
  first = 0,
  window = WINDOW,
  density = true,
  contours = false,
}: Moment = {}): PlaneScene =>
  ({
    frame: {
      step,
      training,
      noiseScale,
      plane: { axes: [0, 1], mu: Float32Array.of(first, 0), sigma: Float32Array.of(1, 1) },
    },
    window,
    layers: { density, contours },
  }) as unknown as PlaneScene;

/** A survey whose requests wait until the test answers them. */
function open() {
  const requests: { request: DensityRequest; answer(field: DensityField): void; refuse(error: Error): void }[] = [];
  const came = vi.fn();
  const survey = new DensitySurvey(
    (request) => new Promise((answer, refuse) => requests.push({ request, answer, refuse })),
    came,
  );
  const answer = async (): Promise<DensityField> => {
    const { request, answer: give } = requests.at(-1)!;
    const field = normalField(request.window, request.size);
    give(field);
    await Promise.resolve();
    await Promise.resolve();
    return field;
  };
  return { survey, requests, came, answer };
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

  it('asks for what is seen and a margin around it', () => {
    const { survey, requests } = open();
    survey.paint(sceneOf({ window: { x: 1, y: -2, half: 4 } }));
    const { window } = requests[0]!.request;
    expect([window.x, window.y]).toEqual([1, -2]);
    expect(window.half).toBeGreaterThan(4);
  });

  it('has one request under way, and asks for the latest next', async () => {
    const { survey, requests, came, answer } = open();
    survey.paint(sceneOf());
    for (const x of [1, 2, 3]) survey.paint(sceneOf({ window: { ...WINDOW, x } }));
    expect(requests).toHaveLength(1);
    const field = await answer();
    expect(came).toHaveBeenCalledExactlyOnceWith(field);
    expect(requests).toHaveLength(2);
    expect(requests[1]!.request.window.x).toBe(3);
    await answer();
    expect(requests).toHaveLength(2);
  });

  it('at rest asks anew for what changes the density, and for nothing else', async () => {
    const { survey, requests, answer } = open();
    survey.paint(sceneOf());
    await answer();
    survey.paint(sceneOf());
    expect(requests).toHaveLength(1);
    const moments: Moment[] = [
      { noiseScale: 0.5 },
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

  it('while training goes on asks a few times a second, and at once when it has come to rest', async () => {
    const { survey, requests, answer } = open();
    for (let step = 1; step <= 60; step++) {
      survey.paint(sceneOf({ step, training: true }));
      await answer();
      vi.advanceTimersByTime(16);
    }
    expect(requests.length).toBeGreaterThan(5);
    expect(requests.length).toBeLessThan(15);
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

  it('gives nothing to a plane that shows it no more, or has gone', async () => {
    for (const end of [
      (survey: DensitySurvey) => survey.paint(sceneOf({ density: false })),
      (survey: DensitySurvey) => survey.dispose(),
    ]) {
      const { survey, requests, came, answer } = open();
      survey.paint(sceneOf());
      end(survey);
      await answer();
      expect(came).not.toHaveBeenCalled();
      expect(requests).toHaveLength(1);
    }
  });
});
