import { createElement, Fragment } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { themeOf } from '../../src/draw/theme';
import { useLab } from '../../src/panels/context';
import { DecodedGrid } from '../../src/panels/DecodedGrid';
import { LatentPlane } from '../../src/panels/LatentPlane';
import LiveRegion from '../../src/panels/LiveRegion';
import { LossChart } from '../../src/panels/LossChart';
import { Pins } from '../../src/panels/Pins';
import { Strip } from '../../src/panels/Strip';
import { drawnRatio } from '../../src/panels/useSize';
import { frameOf } from '../support/fakeClient';
import { type Mounted, mountFigure } from './figure';

const until = <T>(see: () => T) => expect.poll(see);

const mounted: Mounted[] = [];
afterEach(() => {
  vi.unstubAllGlobals();
  for (const figure of mounted.splice(0)) figure.unmount();
});

async function mount(panels: React.ReactNode, width = 400, id?: string): Promise<Mounted> {
  const figure = await mountFigure(panels, width, id);
  mounted.push(figure);
  return figure;
}

const find = <T extends Element>({ root }: Mounted, selector: string, i = 0): T =>
  root.querySelectorAll<T>(selector)[i]!;

/** Ink 0 … 1 of a canvas at a share of its width and height. */
function inkAt(canvas: HTMLCanvasElement, x: number, y: number): number {
  const { paper, ink } = themeOf(false);
  const column = Math.floor(x * canvas.width);
  const row = Math.floor(y * canvas.height);
  const { data } = canvas.getContext('2d')!.getImageData(column, row, 1, 1);
  return (paper[0] - data[0]!) / (paper[0] - ink[0]);
}

/** The middle of a cell of the grid. */
const cell = (i: number): number => (i + 0.5) / 15;

/** What draws the grid is fetched once the picture is there: waits until it asks for decodes, which come with the next frame. */
const gridAsks = (figure: Mounted): Promise<void> =>
  until(() => Object.values(figure.lab.requests).map(({ kind }) => kind)).toContain('decode');

describe('panels of a figure', () => {
  it('each ask under a key of their own, and ask no longer when they have gone', async () => {
    const panels = createElement(
      Fragment,
      null,
      createElement(DecodedGrid),
      createElement(DecodedGrid),
      createElement(Strip),
    );
    const figure = await mount(panels);
    // The strip is fetched once the picture is there.
    figure.lab.next();
    await expect
      .poll(() =>
        Object.values(figure.lab.requests)
          .map(({ kind }) => kind)
          .sort(),
      )
      .toEqual(['decode', 'decode', 'rebuild']);
    figure.lab.next();
    await until(() => find<HTMLCanvasElement>(figure, '.grid canvas', 1).dataset.step).toBe('100');
    for (const i of [0, 1]) {
      const canvas = find<HTMLCanvasElement>(figure, '.grid canvas', i);
      // The window at rest is 6.5 wide, so codes run from −3.03 to 3.03; the middle column holds two of the ellipses.
      expect(inkAt(canvas, cell(7), cell(5))).toBeCloseTo(0.5, 1);
    }
    const { lab } = figure;
    mounted.splice(mounted.indexOf(figure), 1)[0]!.unmount();
    await until(() => Object.keys(lab.requests)).toEqual([]);
  });

  it('have ids that begin with the figure, so that two figures have none in common', async () => {
    const planes = await Promise.all(['one', 'two'].map((id) => mount(createElement(LatentPlane), 300, id)));
    const described = planes.map((figure) => find(figure, '.plane-stage > svg').getAttribute('aria-describedby'));
    expect(described).toEqual(['one-plane-keys', 'two-plane-keys']);
    // What the keys do is told once the picture is there.
    for (const { lab } of planes) lab.next();
    for (const id of described) await until(() => document.querySelectorAll(`#${id}`)).toHaveLength(1);
  });

  it('take keys for their own figure alone', async () => {
    const [one, two] = await Promise.all([
      mount(createElement(LatentPlane), 300, 'one'),
      mount(createElement(LatentPlane), 300, 'two'),
    ]);
    one.lab.next();
    // From then on, as they are told.
    await until(() => document.querySelectorAll('#one-plane-keys')).toHaveLength(1);
    find(one, '.plane-stage > svg').dispatchEvent(new KeyboardEvent('keydown', { key: '+', bubbles: true }));
    expect(one.figure.plane.current.half).toBeLessThan(two.figure.plane.current.half);
  });

  it('show pinned codes under their numbers', async () => {
    const figure = await mount(createElement(Pins));
    figure.lab.next();
    figure.figure.lab.pins.add(-4, 0);
    figure.figure.lab.pins.add(4, 0);
    await until(() => Object.keys(figure.lab.requests)).toHaveLength(1);
    figure.lab.next();
    await until(() => inkAt(find(figure, 'canvas.tile', 1), 0.5, 0.5)).toBe(1);
    expect(inkAt(find(figure, 'canvas.tile', 0), 0.5, 0.5)).toBe(0);
  });

  it('have a strip with an image of every class, and others from all over the data set', async () => {
    const figure = await mount(createElement(Strip));
    // The strip is fetched once the picture is there.
    figure.lab.next();
    const asked = (): number[] =>
      Object.values(figure.lab.requests).flatMap((request) => (request.kind === 'rebuild' ? [...request.indices] : []));
    const become = (n: number, labels: Uint8Array | null): void =>
      figure.lab.store.setState(({ dataset }) => ({ dataset: { ...dataset, n, labels } }));
    become(1000, null);
    await until(asked).toEqual([0, 100, 200, 300, 400, 500, 600, 700, 800, 900]);
    become(
      82,
      Uint8Array.from({ length: 82 }, (_, i) => (i < 40 ? 7 : 3)),
    );
    await until(asked).toEqual([40, 0, 1, 11, 21, 31, 42, 52, 62, 72]);
    become(3, null);
    await until(asked).toEqual([0, 1, 2]);
  });
});

describe('panels follow their place', () => {
  it.each([
    ['grow', 300, 520],
    ['shrink', 520, 300],
  ])('when it %ss', async (_, from, to) => {
    const panels = createElement(
      Fragment,
      null,
      createElement(LatentPlane),
      createElement(DecodedGrid),
      createElement(LossChart),
    );
    const figure = await mount(panels, from);
    const unit = (width: number): number => width / 6.5;
    figure.lab.next();
    await gridAsks(figure);
    figure.lab.next();
    for (const width of [from, to]) {
      figure.root.style.width = `${width}px`;
      const ratio = drawnRatio(width, devicePixelRatio);
      await until(() => Number(find(figure, '.prior-1').getAttribute('r'))).toBeCloseTo(unit(width), 6);
      await expect
        .poll(() => find<HTMLCanvasElement>(figure, '.plane-canvas canvas')?.width)
        .toBe(Math.round(width * ratio));
      expect(find(figure, '.plane-stage').getBoundingClientRect()).toMatchObject({ width, height: width });
      await until(() => find<HTMLCanvasElement>(figure, '.grid canvas').width).toBe(Math.round(width * ratio));
      await until(() => find(figure, '.loss svg').getAttribute('viewBox')).toBe(
        `0 0 ${width} ${Math.round(0.45 * width)}`,
      );
    }
  });

  it('to fractions of a pixel', async () => {
    const figure = await mount(createElement(LatentPlane), 333.5);
    await until(() => Number(find(figure, '.prior-1')?.getAttribute('r'))).toBeCloseTo(333.5 / 6.5, 6);
  });

  it('that is shown later, as in a tab', async () => {
    const figure = await mount(createElement(LatentPlane));
    figure.root.style.display = 'none';
    figure.root.style.width = '350px';
    figure.root.style.display = 'block';
    await until(() => Number(find(figure, '.prior-1')?.getAttribute('r'))).toBeCloseTo(350 / 6.5, 6);

    const hidden = await mount(
      createElement('div', { className: 'tab', style: { display: 'none' } }, createElement(LatentPlane)),
    );
    expect(find(hidden, '.prior-1')).toBeUndefined();
    find<HTMLElement>(hidden, '.tab').style.display = 'block';
    await until(() => Number(find(hidden, '.prior-1')?.getAttribute('r'))).toBeCloseTo(400 / 6.5, 6);
  });
});

describe('panels follow the density of the screen', () => {
  it('while nothing else changes', async () => {
    const queries: { query: string; changed: () => void }[] = [];
    vi.stubGlobal('matchMedia', (query: string) => ({
      addEventListener: (_: string, changed: () => void) => queries.push({ query, changed }),
      removeEventListener: () => {},
    }));
    vi.stubGlobal('devicePixelRatio', 1);
    const figure = await mount(
      createElement(Fragment, null, createElement(LatentPlane), createElement(DecodedGrid)),
      300,
    );
    figure.lab.next();
    await until(() => find<HTMLCanvasElement>(figure, '.plane-canvas canvas')?.width).toBe(300);
    await gridAsks(figure);
    figure.lab.next();
    await until(() => inkAt(find(figure, '.grid canvas'), cell(7), cell(5))).toBeCloseTo(0.5, 1);
    for (const density of [2, 3, 1.5]) {
      vi.stubGlobal('devicePixelRatio', density);
      for (const { changed } of queries.splice(0)) changed();
      await until(() => find<HTMLCanvasElement>(figure, '.plane-canvas canvas').width).toBe(300 * density);
      await until(() => find<HTMLCanvasElement>(figure, '.grid canvas').width).toBe(300 * density);
      // What is drawn is the same picture, not an empty canvas.
      expect(inkAt(find(figure, '.grid canvas'), cell(7), cell(5))).toBeCloseTo(0.5, 1);
      expect(queries.map(({ query }) => query)).toContain(`(resolution: ${density}dppx)`);
    }
  });

  it('up to a bound that keeps the work in hand', () => {
    expect(drawnRatio(400, 3)).toBe(3);
    expect(drawnRatio(600, 4)).toBe(4);
    expect(drawnRatio(1100, 4)).toBeCloseTo(2400 / 1100, 9);
    expect(drawnRatio(2000, 4)).toBe(2);
    expect(drawnRatio(2000, 1)).toBe(1);
  });
});

it('a plane whose window moves with its codes is painted once a frame', async () => {
  const figure = await mount(createElement(LatentPlane), 300);
  figure.lab.next();
  await until(() => find<HTMLCanvasElement>(figure, '.plane-canvas canvas')?.width).toBe(300);
  const paint = vi.spyOn(CanvasRenderingContext2D.prototype, 'putImageData');
  const unit = (): number => Number(find(figure, '.prior-1').getAttribute('r'));
  for (const far of [8, 20, 50]) {
    const before = unit();
    paint.mockClear();
    figure.lab.next({ mu: Float32Array.of(far, 0, 0, far, -far, 0, 0, -far) });
    expect(unit()).toBeLessThan(before);
    await until(() => paint.mock.calls.length).toBe(1);
  }
  paint.mockRestore();
});

describe('a figure at rest', () => {
  it('shows the frame that it rests at everywhere, whatever was drawn just before', async () => {
    const panels = createElement(
      Fragment,
      null,
      createElement(LatentPlane),
      createElement(DecodedGrid),
      createElement(Strip),
      createElement(LossChart),
      createElement(LiveRegion),
    );
    const figure = await mount(panels);
    figure.lab.next();
    await until(() => Object.keys(figure.lab.requests)).toHaveLength(2);
    figure.lab.history.add(frameOf({ step: 300, losses: { reconstruction: 30, regulariser: 3, total: 33 } }));
    figure.lab.next({ step: 300, training: true, restLosses: null });
    await until(() => find(figure, '.loss b').textContent).toBe('33.0');
    // At once: the pace of each panel would hold these back while training.
    figure.lab.next({ step: 310, training: true });
    figure.lab.next({
      step: 320,
      training: false,
      restLosses: { reconstruction: 20, regulariser: 4, total: 24 },
      circleCoverage: 0.75,
    });
    const steps = (): (string | undefined)[] =>
      [...figure.root.querySelectorAll<HTMLElement>('[data-step]')].map(({ dataset }) => dataset.step);
    await until(() => steps()).toEqual(['320', '320', '320', '320', '320']);
    expect([...figure.root.querySelectorAll('.loss b')].map((b) => b.textContent)).toEqual(['24.0', '20.0', '4.00']);
    await until(() => find(figure, '[role=status]').textContent).toContain('step 320. Loss 24.0 nats per image. 75 %');
    expect(find(figure, '.coverage b').textContent).toBe('75 %');
  });

  it('says where a run rests once it does, and none of the moments of a film before', async () => {
    const figure = await mount(createElement(LiveRegion));
    const said: (string | null)[] = [];
    const status = find(figure, '[role=status]');
    new MutationObserver(() => said.push(status.textContent)).observe(status, {
      childList: true,
      characterData: true,
      subtree: true,
    });
    for (let step = 1; step <= 30; step++) {
      figure.lab.next({ step });
      await new Promise((drawn) => requestAnimationFrame(drawn));
    }
    expect(said).toEqual([]);
    await until(() => said.length).toBe(1);
    expect(said[0]).toContain('step 30.');
    // A film of an hour shows a moment for long.
    figure.lab.timeline.store.setState({ film: 'on' });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    figure.lab.next({ step: 31 });
    vi.advanceTimersByTime(10_000);
    vi.useRealTimers();
    expect(said).toHaveLength(1);
    figure.lab.timeline.store.setState({ film: 'off' });
    figure.lab.next({ step: 31, training: true });
    await until(() => status.textContent).toBe('');
  });

  it('says what its ellipses are, at every size that they are drawn at', async () => {
    const figure = await mount(createElement(Fragment, null, createElement(LatentPlane), createElement(DecodedGrid)));
    const says = (): string =>
      `${find(figure, '.key-outline').textContent} · ${find(figure, '.grid .fine').textContent}`;
    for (const [noiseScale, sentence] of [
      [1, 'its ellipse, 1σ · faded: no ellipse reaches here'],
      [0.3, 'its ellipse, 0.3σ · faded: no ellipse reaches here'],
      [0, 'its ellipse is a point: σ is at 0 · faded: no code lies here'],
    ] as const) {
      figure.lab.next({ noiseScale });
      await until(says).toBe(sentence);
    }
  });

  it('fades the cells that no ellipse reaches at the size that it is drawn at', async () => {
    const figure = await mount(createElement(DecodedGrid));
    const canvas = (): HTMLCanvasElement => find(figure, '.grid canvas');
    figure.lab.next();
    await gridAsks(figure);
    // The ellipse at (0, 1) has the semi-axis 0.2·s: its cell is row 5 of 15, 0.65 to 1.08; row 4 begins at 1.08.
    figure.lab.next({ noiseScale: 0.3 });
    await until(() => inkAt(canvas(), cell(7), cell(5))).toBeCloseTo(0.5, 1);
    expect(inkAt(canvas(), cell(7), cell(4))).toBeLessThan(0.2);
    figure.lab.next({ noiseScale: 0.5 });
    await until(() => inkAt(canvas(), cell(7), cell(4))).toBeCloseTo(0.5, 1);
  });
});

describe('a decoder alone, which has no posteriors', () => {
  /** It takes the place of a model that has rebuilt images. */
  const alone = (figure: Mounted): void => figure.lab.next({ step: 0, mu: new Float32Array(0) });

  it('has a grid of which nothing is faded, nor said to be', async () => {
    const figure = await mount(createElement(DecodedGrid));
    const canvas = (): HTMLCanvasElement => find(figure, '.grid canvas');
    figure.lab.next();
    await gridAsks(figure);
    figure.lab.next({ noiseScale: 0.3 });
    await until(() => inkAt(canvas(), cell(7), cell(5))).toBeCloseTo(0.5, 1);
    expect(inkAt(canvas(), cell(7), cell(4))).toBeLessThan(0.2);
    alone(figure);
    await until(() => inkAt(canvas(), cell(7), cell(4))).toBeCloseTo(0.5, 1);
    await until(() => find(figure, '.grid .fine')).toBeUndefined();
  });

  it('has a strip of the images that are there, without what the model before has made of others', async () => {
    const figure = await mount(createElement(Strip));
    const canvas = (i: number): HTMLCanvasElement => find(figure, '.strip canvas', i);
    figure.lab.next();
    await until(() => canvas(1)?.width).toBeGreaterThan(0);
    figure.lab.next();
    await until(() => inkAt(canvas(1), 0.875, 0.5)).toBeCloseTo(0.75, 1);
    const { dataset } = figure.lab;
    figure.lab.store.setState({ dataset: { ...dataset, images: dataset.images.map((value) => 1 - value) } });
    alone(figure);
    await until(() => inkAt(canvas(0), 0.125, 0.5)).toBeCloseTo(1, 1);
    expect(canvas(1).width).toBe(0);
    expect(find(figure, '.strip p').textContent).toContain('decoder alone');
    figure.lab.next({ mu: Float32Array.of(1, 0, 0, 1, -1, 0, 0, -1) });
    await until(() => canvas(1).width).toBeGreaterThan(0);
    await until(() => find(figure, '.strip p')).toBeUndefined();
  });
});

describe('what is scarce', () => {
  it('is given back by a figure that falls asleep out of sight, and taken again in sight', async () => {
    /** Shows when React has taken in that the lab is asleep. */
    const Asleep = () => createElement('i', null, useLab((state) => state.asleep) ? 'asleep' : 'awake');
    const figure = await mount(createElement(Fragment, null, createElement(LatentPlane), createElement(Asleep)), 300);
    figure.lab.next();
    const canvases = (): number => figure.root.querySelectorAll('.plane-canvas canvas').length;
    await until(canvases).toBe(1);
    figure.lab.store.setState({ asleep: true });
    await until(() => find(figure, 'i').textContent).toBe('asleep');
    // In sight it stays, whatever the lab does.
    expect(canvases()).toBe(1);
    figure.root.style.marginTop = '20000px';
    await until(canvases).toBe(0);
    figure.root.style.marginTop = '0';
    await until(canvases).toBe(1);
    await until(() => find<HTMLCanvasElement>(figure, '.plane-canvas canvas').width).toBe(300 * devicePixelRatio);
  });

  it('is not taken by a figure that was never in sight', async () => {
    const figure = await mount(createElement('div', { style: { marginTop: 20000 } }, createElement(LatentPlane)), 300);
    figure.lab.next();
    await until(() => find(figure, '.prior-1')).toBeDefined();
    expect(figure.root.querySelectorAll('.plane-canvas canvas')).toHaveLength(0);
  });
});

it('a lab without frames yet has panels all the same', async () => {
  const figure = await mount(createElement(Fragment, null, createElement(LatentPlane), createElement(LossChart)));
  await until(() => find(figure, '.prior-1')).toBeDefined();
  // What is read beside the picture is fetched once that is there; its place is kept.
  expect(find(figure, '.loss > [aria-busy]').clientHeight).toBeGreaterThan(0);
  figure.lab.next();
  await until(() => find(figure, '.loss b')?.textContent).toBe('24.0');
});
