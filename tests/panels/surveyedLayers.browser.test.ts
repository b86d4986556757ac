/** The layers that are drawn from what the worker computes, each from an answer that the test has made up. */
import { createElement } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { themeOf } from '../../src/draw/theme';
import { gridCodes } from '../../src/math/gridCodes';
import type { PlaneWindow } from '../../src/math/window';
import { LatentPlane } from '../../src/panels/LatentPlane';
import type { LayerName } from '../../src/state/planeLayers';
import { type Mounted, mountFigure, SIDE } from './figure';

const until = <T>(see: () => T) => expect.poll(see);

const WIDTH = 325;
/** CSS pixels of one latent unit in the window at rest. */
const UNIT = WIDTH / 6.5;

interface Asked {
  readonly window: PlaneWindow;
  readonly size: number;
  readonly count: number;
}

/** Answers by kind. */
type Answers = Readonly<Record<string, (asked: Asked) => object>>;

let figure: Mounted;
beforeEach(async () => {
  figure = await mountFigure(createElement(LatentPlane), WIDTH);
  figure.lab.next();
  await until(() => find('.prior')).not.toBeNull();
});
afterEach(() => figure.unmount());

const find = <T extends Element>(selector: string): T | null => figure.root.querySelector<T>(selector);
const all = (selector: string): Element[] => [...figure.root.querySelectorAll(selector)];
const texts = (selector: string): (string | null)[] => all(selector).map(({ textContent }) => textContent);

/** Switches layers on, and answers what is asked for, of the present step. */
function show(layers: readonly LayerName[], answers: Answers) {
  const survey = vi.fn(async (kind: string, asked: Asked): Promise<unknown> => {
    const answer = answers[kind];
    if (answer === undefined) throw new Error(`Nobody should have asked for ${kind}`);
    return { step: figure.lab.frame!.step, axes: [0, 1], window: asked.window, size: asked.size, ...answer(asked) };
  });
  figure.lab.survey = survey;
  figure.lab.layers.show(layers);
  return survey;
}

/** The middle of an element in the plane, in latent units of the window at rest. */
function codeOf(element: Element): [number, number] {
  const stage = find('.plane-stage')!.getBoundingClientRect();
  const { left, top, width, height } = element.getBoundingClientRect();
  return [(left + width / 2 - stage.left) / UNIT - 3.25, 3.25 - (top + height / 2 - stage.top) / UNIT];
}

const near = ([x, y]: readonly number[]) => [expect.closeTo(x!, 1), expect.closeTo(y!, 1)];

/** A field of the x and y of the middles of its cells. */
function fieldOf({ window, size }: Asked, f: (x: number, y: number) => number): number[] {
  const codes = gridCodes(window, size);
  return Array.from({ length: size * size }, (_, i) => f(codes[2 * i]!, codes[2 * i + 1]!));
}

/** The colour of a canvas of the plane at a code, and how opaque it is; it is seen where CSS has moved it. */
function pixelAt(canvas: HTMLCanvasElement, x: number, y: number): readonly number[] {
  const stage = find('.plane-stage')!.getBoundingClientRect();
  const { left, top, width } = canvas.getBoundingClientRect();
  const column = ((x + 3.25) * UNIT + stage.left - left) * (canvas.width / width);
  const row = ((3.25 - y) * UNIT + stage.top - top) * (canvas.width / width);
  return [...canvas.getContext('2d')!.getImageData(Math.floor(column), Math.floor(row), 1, 1).data];
}

const canvasIn = (nth: number): HTMLCanvasElement | null => find(`.plane-canvas > div:nth-child(${nth}) > canvas`);

describe('what is uncovered', () => {
  it('is hatched in the colour of the prior, where the answer says, and nowhere else', async () => {
    const covered = (x: number): boolean => x < 0.25;
    show(['uncovered'], {
      uncovered: (asked) => ({
        cells: Uint8Array.from(fieldOf(asked, (x, y) => Number(Math.hypot(x, y) <= 1 && !covered(x)))),
      }),
    });
    await until(() => canvasIn(3)?.dataset.step).toBe('100');
    const canvas = canvasIn(3)!;
    const { prior } = themeOf(false);
    for (const [x, y] of [
      [0.5, 0],
      [0.4, 0.6],
      [0.7, -0.6],
    ] as const) {
      const [r, g, b, alpha] = pixelAt(canvas, x, y);
      expect([r! - prior[0], g! - prior[1], b! - prior[2]].map((off) => Math.abs(off) < 8)).toEqual([true, true, true]);
      expect(alpha).toBeGreaterThan(20);
    }
    for (const [x, y] of [
      [0, 0],
      [-0.5, 0.5],
      [0.9, 0.6],
    ] as const)
      expect(pixelAt(canvas, x, y)[3]).toBe(0);
    // Strokes and what is between them.
    const alphas = new Set(Array.from({ length: 30 }, (_, i) => pixelAt(canvas, 0.4 + i / 100, 0)[3]));
    expect(alphas.size).toBe(2);
  });
});

describe('the stretch', () => {
  it('has colours that deepen with it, lines at round values with their numbers, and a key', async () => {
    // A decade to every unit of x.
    show(['stretch'], { stretch: (asked) => ({ values: Float32Array.from(fieldOf(asked, (x) => 10 ** (x / 2))) }) });
    await until(() => texts('.stretch .contour-name').length).toBeGreaterThan(1);
    const canvas = canvasIn(1)!;
    expect(canvas.dataset.step).toBe('100');
    const lightness = [-3, -2, -1, 0, 1, 2, 3].map((x) => {
      const [r, g, b, alpha] = pixelAt(canvas, x, 0.4);
      expect(alpha).toBe(255);
      return 0.3 * r! + 0.6 * g! + 0.1 * b!;
    });
    expect(lightness).toEqual(lightness.toSorted((a, b) => b - a));
    expect(lightness[0]! - lightness[6]!).toBeGreaterThan(40);
    const marks = texts('.stretch-mark').map(Number);
    expect(marks).toEqual(marks.toSorted((a, b) => a - b));
    expect(marks.length).toBeGreaterThan(1);
    const lines = all('.stretch .contour');
    const named = [0.1, 1, 10];
    expect(marks).toEqual(expect.arrayContaining(named));
    // The line of 1 is that of x = 0, the line of 10 that of x = 2.
    const xs = lines.map((line) => codeOf(line)[0]).sort((a, b) => a - b);
    for (const mark of named) expect(xs.some((x) => Math.abs(x - 2 * Math.log10(mark)) < 0.05)).toBe(true);
  });

  it('that is nowhere positive has neither lines nor key', async () => {
    show(['stretch'], { stretch: ({ size }) => ({ values: new Float32Array(size * size) }) });
    await until(() => canvasIn(1)?.dataset.step).toBe('100');
    await until(() => find<SVGElement>('.stretch')?.dataset.step).toBe('100');
    expect(all('.stretch .contour, .stretch-key')).toEqual([]);
  });
});

describe('the indicatrices', () => {
  it('are ellipses at true scale; what reaches too far is cut and dashed; what they stand for is said', async () => {
    show(['indicatrices'], {
      indicatrices: () => ({
        points: Float32Array.of(-1, 0, 1, 0),
        major: Float64Array.of(0.6, Number.POSITIVE_INFINITY),
        minor: Float64Array.of(0.2, 0.1),
        angle: Float64Array.of(Math.PI / 2, 0),
        change: 0.125,
      }),
    });
    await until(() => all('.indicatrix')).toHaveLength(2);
    const [upright, endless] = all('.indicatrix') as [Element, Element];
    expect(codeOf(upright)).toEqual(near([-1, 0]));
    const box = upright.getBoundingClientRect();
    // The stroke is not part of the box.
    expect(box.width / UNIT).toBeCloseTo(0.4, 1);
    expect(box.height / UNIT).toBeCloseTo(1.2, 1);
    expect(getComputedStyle(upright).strokeDasharray).toBe('none');
    expect(endless.getBoundingClientRect().width / UNIT).toBeLessThan(4);
    expect(getComputedStyle(endless).strokeDasharray).not.toBe('none');
    expect(texts('.indicatrix-note')).toEqual(['|Δx| = 0.125']);
  });
});

/** Two gaps and two outliers, the second of which is not in the frame. */
const questions = () => ({
  plausibility: {
    gaps: [
      { x: 0.5, y: 2, distance: 3 },
      { x: -2, y: -1, distance: 4 },
    ],
  },
  outliers: {
    count: 2,
    listed: [
      { index: 2, far: true, alone: true },
      { index: 4, far: false, alone: true },
    ],
  },
  outlierCodes: Float32Array.of(-2.5, 0, 2, 2),
});

describe('gaps and outliers', () => {
  it('are marked: gaps numbered in their order, rings around the codes of outliers, from one survey', async () => {
    const survey = show(['gaps', 'outliers'], { questions });
    await until(() => texts('.gap text')).toEqual(['1', '2']);
    expect(all('.gap path').map(codeOf)).toEqual([near([0.5, 2]), near([-2, -1])]);
    await until(() => all('.ring')).toHaveLength(2);
    const rings = () => all('.ring').map(codeOf);
    // The third image is at (−1, 0) in the frame; the fifth is not in it.
    expect(rings()).toEqual([near([-1, 0]), near([2, 2])]);
    expect(all('.ring').map((ring) => getComputedStyle(ring).strokeDasharray !== 'none')).toEqual([false, true]);
    expect(survey).toHaveBeenCalledTimes(1);
    expect(texts('.layer-keys .key')).toEqual(['outlying codes: 2 at step 100', 'implausible gaps: 2 at step 100']);
    // A ring stays around its code, whatever is known of outliers by then.
    figure.lab.next({ step: 101, training: true, mu: Float32Array.of(1, 0, 0, 1, -1.5, 0.5, 0, -1) });
    await until(rings).toEqual([near([-1.5, 0.5]), near([2, 2])]);
  });

  it('are counted as they are drawn where there are more than are listed', async () => {
    const found = questions();
    show(['outliers'], { questions: () => ({ ...found, outliers: { ...found.outliers, count: 412 } }) });
    await until(() => texts('.layer-keys .key')).toEqual(['outlying codes: 2 of 412 at step 100']);
    expect(all('.ring')).toHaveLength(2);
  });

  it('are gone, and not asked for, when both are off', async () => {
    const survey = show(['gaps'], { questions });
    await until(() => all('.gap')).toHaveLength(2);
    figure.lab.layers.show([]);
    await until(() => all('.gap')).toEqual([]);
    const asked = survey.mock.calls.length;
    figure.lab.next({ step: 102 });
    figure.lab.next({ step: 103 });
    expect(survey).toHaveBeenCalledTimes(asked);
  });
});

describe('the geodesic', () => {
  const STOPS = 9;
  const strip = (dark: number): Float32Array => new Float32Array(STOPS * SIDE * SIDE).fill(dark);
  const geodesic = (changes = {}) => ({
    path: Float32Array.of(-1, 0, 0, 1.5, 1, 0),
    length: 3,
    straightLength: 4,
    converged: true,
    strip: strip(0.25),
    straightStrip: strip(0.75),
    ...changes,
  });
  const said = (): string => find('.geodesic-part')?.textContent ?? '';

  it('asks for two pins', async () => {
    const survey = show(['geodesic'], { geodesic: () => geodesic() });
    await until(said).toContain('Pin two codes');
    figure.figure.lab.pins.add(-1, 0);
    await until(() => all('.pin')).toHaveLength(1);
    expect(survey).not.toHaveBeenCalled();
  });

  it('lies beside the straight line, with the images along both and their lengths', async () => {
    const survey = show(['geodesic'], { geodesic: () => geodesic() });
    figure.figure.lab.pins.place([
      { x: -1, y: 0 },
      { x: 1, y: 0 },
    ]);
    await until(() => find<SVGElement>('.plane-stage .geodesic')?.dataset.step).toBe('100');
    expect(survey.mock.calls[0]![1]).toMatchObject({ from: [-1, 0], to: [1, 0] });
    const box = find('.geodesic-path')!.getBoundingClientRect();
    expect(box.height / UNIT).toBeCloseTo(1.5, 1);
    expect(find('.geodesic-straight')!.getBoundingClientRect().height).toBeLessThan(1);
    expect(codeOf(all('.geodesic-stop')[0]!)).toEqual(near([-1, 0]));
    expect(codeOf(all('.geodesic-stop').at(-1)!)).toEqual(near([1, 0]));
    await until(said).toContain('Geodesic, length 3');
    expect(said()).toContain('Straight line, length 4');
    expect(said()).toContain('At step 100 the geodesic is 25 % shorter in image space.');
    const shade = (canvas: HTMLCanvasElement): number =>
      canvas.getContext('2d')!.getImageData(canvas.width >> 1, canvas.height >> 1, 1, 1).data[0]!;
    const [path, straight] = all('.geodesic-way canvas') as [HTMLCanvasElement, HTMLCanvasElement];
    await until(() => shade(path) - shade(straight)).toBeGreaterThan(50);
    figure.figure.lab.pins.place([{ x: -1, y: 0 }]);
    await until(() => all('.geodesic-path')).toEqual([]);
  });

  it('says when the line is as short, and when the search was not finished', async () => {
    show(['geodesic'], { geodesic: () => geodesic({ straightLength: 3, converged: false }) });
    figure.figure.lab.pins.place([
      { x: -1, y: 0 },
      { x: 1, y: 0 },
    ]);
    await until(said).toContain('the straight line is as short');
    expect(said()).toContain('The search stopped');
  });

  it('that is being sought is told, and can be cancelled: then the worker is, too', async () => {
    show(['geodesic'], {});
    const ended = vi.spyOn(figure.lab, 'endSurvey');
    let tell: (share: number) => void = () => undefined;
    figure.lab.survey = (_kind, _request, _key, told = tell) => {
      tell = told;
      return new Promise(() => {});
    };
    figure.figure.lab.pins.place([
      { x: -1, y: 0 },
      { x: 1, y: 0 },
    ]);
    await until(() => find('.geodesic-waiting')?.checkVisibility({ visibilityProperty: true })).toBe(true);
    const bar = find<HTMLProgressElement>('.geodesic-waiting progress')!;
    expect(bar.value).toBe(0);
    tell(0.25);
    await until(() => bar.value).toBe(0.25);
    find<HTMLButtonElement>('.geodesic-waiting button')!.click();
    await until(() => find('.geodesic-part')).toBe(null);
    expect(figure.lab.layers.shown).toEqual([]);
    expect(ended).toHaveBeenCalledExactlyOnceWith('plane geodesic');
  });
});

it('what the present model has not is taken from the plane', async () => {
  show(['uncovered', 'stretch', 'indicatrices', 'contours', 'gaps', 'outliers'], {
    questions,
    uncovered: ({ size }) => ({ cells: new Uint8Array(size * size).fill(1) }),
    stretch: (asked) => ({ values: Float32Array.from(fieldOf(asked, (x) => 10 ** (x / 2))) }),
    indicatrices: () => ({
      points: Float32Array.of(0, 0, 1, 0),
      major: Float64Array.of(0.1, 0.1),
      minor: Float64Array.of(0.1, 0.1),
      angle: new Float64Array(2),
      change: 1,
    }),
    density: (asked) => ({ values: Float32Array.from(fieldOf(asked, (x) => -x)), levels: [{ mass: 0.5, density: 0 }] }),
  });
  const drawn = () =>
    [
      canvasIn(1),
      canvasIn(3),
      ...['.stretch-key', '.indicatrix', '.contours .contour', '.gap', '.ring'].map((selector) => find(selector)),
    ].map((element) => element !== null);
  await until(drawn).toEqual([true, true, true, true, true, true, true]);
  figure.lab.survey = async () => {
    throw new RangeError('This model is a decoder alone: it has no codes of images');
  };
  figure.lab.next({ step: 101 });
  await until(drawn).toEqual([false, false, false, false, false, false, false]);
});

describe('a layer that is off', () => {
  it.each<[LayerName, string]>([
    ['uncovered', 'uncovered'],
    ['stretch', 'stretch'],
    ['indicatrices', 'indicatrices'],
  ])('%s: nothing is asked for, before it is on and after', async (layer, kind) => {
    const nothing = {
      uncovered: ({ size }: Asked) => ({ cells: new Uint8Array(size * size) }),
      stretch: ({ size }: Asked) => ({ values: new Float32Array(size * size).fill(1) }),
      indicatrices: () => ({
        points: Float32Array.of(0, 0, 1, 0),
        major: Float64Array.of(0.1, 0.1),
        minor: Float64Array.of(0.1, 0.1),
        angle: new Float64Array(2),
        change: 1,
      }),
    };
    const survey = show(['points'], nothing);
    figure.lab.next({ step: 101 });
    expect(survey).not.toHaveBeenCalled();
    figure.lab.layers.set({ [layer]: true });
    await until(() => survey.mock.calls.map(([asked]) => asked)).toEqual([kind]);
    await until(() => find(`.plane-stage [data-step="101"]:not(svg)`) ?? find('.indicatrix')).not.toBeNull();
    figure.lab.layers.set({ [layer]: false });
    await until(() => figure.lab.layers.shown).toEqual(['points']);
    figure.lab.next({ step: 102 });
    figure.lab.next({ step: 103 });
    expect(survey).toHaveBeenCalledTimes(1);
    expect(all('.indicatrix, .stretch .contour, .stretch-key')).toEqual([]);
    expect([canvasIn(1), canvasIn(3)]).toEqual([null, null]);
  });
});
