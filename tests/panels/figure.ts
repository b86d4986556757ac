import { createElement, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { createStore } from 'zustand/vanilla';
import '../../src/figures/figure.css';
import { type Figure, FigureContext, type Site } from '../../src/panels/context';
import '../../src/styles.css';
import { themeOf } from '../../src/draw/theme';
import { reparameterised } from '../../src/math/draws';
import type { Family } from '../../src/math/family';
import { onPlane, type Posteriors, posteriorsOf } from '../../src/math/posterior';
import { FULL } from '../../src/state/detail';
import type { Hideable } from '../../src/state/embedLink';
import type { GlideTarget } from '../../src/state/glide';
import { History } from '../../src/state/history';
import type { Lab } from '../../src/state/lab';
import type { LabState } from '../../src/state/labState';
import { NoticeBoard } from '../../src/state/notices';
import { Pad } from '../../src/state/pad';
import { PinBoard } from '../../src/state/pins';
import { PlaneLayers } from '../../src/state/planeLayers';
import { PlaneView } from '../../src/state/planeView';
import { Pointer } from '../../src/state/pointer';
import { PriorDraws } from '../../src/state/priorDraws';
import { PlaneRegion } from '../../src/state/region';
import { Selection } from '../../src/state/selection';
import { defaultSettings, type Settings } from '../../src/state/settings';
import { NOTHING_STAGED, type Staged } from '../../src/state/staged';
import type { TimelineState } from '../../src/state/timeline';
import { loadWords } from '../../src/text';
import type { Frame, GivenImages, PictureRequest } from '../../src/worker/frameProtocol';
import type { JobKind } from '../../src/worker/jobProtocol';
import type { Dataset } from '../../src/worker/libraryProtocol';
import { rendered } from '../support/rendered';

/** Pixels a side of the images. */
export const SIDE = 4;

/** Posteriors of the frames: four on the axes. */
const MU = Float32Array.of(1, 0, 0, 1, -1, 0, 0, -1);
const LOG_VAR = new Float32Array(8).fill(2 * Math.log(0.2));

/** Of full covariance: the first rises to the right, the second falls, the others are round. */
const LOWER = Float32Array.of(0.2, -0.2, 0, 0);

/** A decoder that can be told apart: the image of a code is as dark everywhere as its first coordinate says. */
const shade = (z0: number): number => Math.min(1, Math.max(0, (z0 + 4) / 8));

/** What tests change of the frames. */
export interface Moment {
  readonly step: number;
  readonly training: boolean;
  readonly noiseScale: number;
  readonly restLosses: Frame['restLosses'];
  readonly circleCoverage: number;
  readonly family: Family;
  readonly sigmaX: number | null;
  /** Centres, rows of two; none of a decoder alone. */
  readonly mu: Float32Array;
  /** Every so many images are shown. */
  readonly stride: number;
  /** Whether what finds the posteriors of given images has not come. */
  readonly isMissing: boolean;
}

/** A lab without a worker: it answers what panels ask for, and shows the frames that the test wants. */
export class FakeLab {
  readonly requests: Record<string, PictureRequest> = {};
  readonly notices = new NoticeBoard();
  readonly pins = new PinBoard();
  readonly layers = new PlaneLayers();
  readonly region = new PlaneRegion();
  readonly prior = new PriorDraws();
  readonly pad = new Pad(this as unknown as Lab);
  readonly history = new History();
  readonly selection = new Selection(() => this.dataset.n);
  /** Where β and σ were sent, one after another. */
  readonly glides: GlideTarget[] = [];
  readonly store = createStore(() => ({
    settings: defaultSettings(),
    playing: false,
    brought: false,
    run: {
      engine: 'simd' as const,
      engineReason: { code: 'asked' as const, renderer: null, other: null },
      arithmetic: 'fused' as const,
      parameterCount: 1234,
      heldOut: new Uint32Array(),
    },
    dataset: {
      name: 'four',
      n: 4,
      width: SIDE,
      height: SIDE,
      images: images(4),
      labels: Uint8Array.of(0, 1, 2, 3),
    } as Dataset,
    ownImages: null as LabState['ownImages'],
    starting: false,
    loading: null as LabState['loading'],
    failure: null as LabState['failure'],
    asleep: false,
    detail: FULL,
  }));
  readonly staged = createStore<Staged>(() => NOTHING_STAGED);
  readonly timeline = {
    at: null as number | null,
    store: createStore<TimelineState>(() => ({
      kept: null,
      moments: [],
      marks: [],
      beginnings: [],
      former: null,
      at: null,
      keepsFormer: true,
      lostFormer: false,
      film: 'off',
    })),
  };
  frame: Frame | null = null;
  /** Answers surveys, in the order in which they are asked for. */
  survey(_kind: JobKind, _request: object, _key?: string, _tell?: (share: number) => void): Promise<unknown> {
    return new Promise(() => {});
  }
  async endSurvey(_key: string): Promise<void> {}
  get isAwake(): boolean {
    return !this.store.getState().asleep;
  }
  private moment: Moment = {
    step: 100,
    training: false,
    noiseScale: 1,
    restLosses: { reconstruction: 20, regulariser: 4, total: 24 },
    circleCoverage: 0.5,
    family: 'diagonal',
    sigmaX: null,
    mu: MU,
    stride: 1,
    isMissing: false,
  };
  private readonly listeners = new Set<(frame: Frame) => void>();

  get settings() {
    return this.store.getState().settings;
  }
  get dataset() {
    return this.store.getState().dataset;
  }
  get ownImages() {
    return this.store.getState().ownImages;
  }

  show(key: string, request: PictureRequest | null): void {
    if (request === null) delete this.requests[key];
    else this.requests[key] = request;
  }

  on(_: 'frame', listener: (frame: Frame) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  async set(changes: Partial<Settings>): Promise<void> {
    this.store.setState(({ settings }) => ({ settings: { ...settings, ...changes } }));
  }

  play(): void {
    this.store.setState({ playing: true });
  }

  async glide({ beta, noiseScale }: GlideTarget): Promise<void> {
    this.glides.push({ beta, noiseScale });
    this.store.setState(({ settings }) => ({ settings: { ...settings, beta, noiseScale } }));
  }

  /** Of given images: the first of the posteriors, and an R of 10, 11, … nats. */
  private givenTo(requests: Frame['view']['requests'], posteriors: Posteriors): Frame['given'] {
    const { isMissing, mu } = this.moment;
    const asked = Object.entries(requests).flatMap(([key, request]): [string, GivenImages | null][] => {
      if (request.kind !== 'images' || mu.length === 0) return [];
      const reconstruction = Float64Array.from({ length: request.images.length / SIDE ** 2 }, (_, i) => 10 + i);
      return [[key, isMissing ? null : { posteriors, reconstruction }]];
    });
    return Object.fromEntries(asked);
  }

  /** The next frame, with these changes. */
  next(changes: Partial<Moment> = {}): void {
    this.moment = { ...this.moment, ...changes };
    const { family, mu, noiseScale } = this.moment;
    const logVar = family === 'point' ? LOG_VAR.map(() => Number.NEGATIVE_INFINITY) : LOG_VAR;
    const posteriors = posteriorsOf(family, 2, { mu, logVar, lower: family === 'full' ? LOWER : null });
    const requests = Object.fromEntries(
      Object.entries(this.requests).map(([key, request]): [string, PictureRequest] => [
        key,
        answered(request, posteriors),
      ]),
    );
    const pictures = Object.fromEntries(
      Object.entries(requests).map(([key, request]) => [
        key,
        Float32Array.from(shadesOf(request, noiseScale).flatMap((value) => new Array(SIDE * SIDE).fill(value))),
      ]),
    );
    this.frame = {
      ...this.moment,
      epoch: Math.floor(this.moment.step / 28),
      stepsPerSecond: this.moment.training ? 500 : 0,
      losses: null,
      ...posteriors,
      plane: { axes: [0, 1], ...onPlane(posteriors, [0, 1]) },
      beta: 1,
      likelihood: 'bernoulli',
      regulariser: 'kl',
      view: { axes: null, requests },
      pictures,
      given: this.givenTo(requests, posteriors),
    };
    for (const listener of this.listeners) listener(this.frame);
  }
}

/** What of a request a model with these posteriors answers: a decoder alone rebuilds no images. */
function answered(request: PictureRequest, posteriors: Posteriors): PictureRequest {
  const isAlone = posteriors.mu.length === 0;
  if (request.kind === 'rebuild' && isAlone) return { ...request, indices: new Uint32Array(0) };
  if (request.kind !== 'sample' || isAlone) return request;
  return { ...request, posteriors: rowOf(posteriors, request.index) };
}

/** How dark the pictures of a request are. */
function shadesOf(request: PictureRequest, noiseScale: number): number[] {
  switch (request.kind) {
    case 'rebuild':
      return Array.from(request.indices, (index) => index / 4);
    case 'images':
      return Array.from({ length: request.images.length / SIDE ** 2 }, () => 0.5);
    case 'sample':
      return [shade(reparameterised(request.posteriors!, 0, noiseScale, request.noise)[0]!)];
    default: {
      const rows = request.kind === 'decode' ? request.points : request.codes;
      return Array.from(
        rows.filter((_, i) => i % 2 === 0),
        shade,
      );
    }
  }
}

/** One of several posteriors of two axes. */
function rowOf({ family, mu, logVar, lower }: Posteriors, i: number): Posteriors {
  return posteriorsOf(family, 2, {
    mu: mu.slice(2 * i, 2 * i + 2),
    logVar: logVar.slice(2 * i, 2 * i + 2),
    lower: lower?.slice(i, i + 1) ?? null,
  });
}

function images(n: number): Float32Array {
  return Float32Array.from({ length: n * SIDE * SIDE }, (_, i) => Math.floor(i / (SIDE * SIDE)) / n);
}

/** A site with nothing else on its page. */
const SITE = { url: 'https://example.org/', figures: [], link: () => '' } as unknown as Site;

export interface Mounted {
  readonly lab: FakeLab;
  readonly figure: Figure;
  readonly root: HTMLElement;
  unmount(): void;
}

/** Mounts panels in a figure of their own, as wide as `width`, and waits until they are there. */
export async function mountFigure(
  panels: ReactNode,
  width: number,
  id = 'lab',
  hidden: readonly Hideable[] = [],
): Promise<Mounted> {
  const lab = new FakeLab();
  const figure: Figure = {
    id,
    site: SITE,
    lab: lab as unknown as Lab,
    plane: new PlaneView(() => true),
    pointer: new Pointer(),
    side: null,
    peers: [],
    words: await loadWords('en'),
    language: 'en',
    theme: themeOf(false),
    hidden: new Set(hidden),
    still: true,
  };
  const root = document.body.appendChild(document.createElement('div'));
  root.style.width = `${width}px`;
  const react = createRoot(root);
  const section = createElement('section', { className: 'figure' }, panels);
  await rendered(react, createElement(FigureContext, { value: figure }, section));
  return {
    lab,
    figure,
    root,
    unmount() {
      react.unmount();
      root.remove();
    },
  };
}
