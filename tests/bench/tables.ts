/** The measurements as tables, each figure beside the project's bar for it. */
import { EARLY_BYTES, earlyBytes, type Script } from '../browser/fetchedScripts';
import type { Pace } from './alternate';
import { type Convergence, LAST, LONG_RUN, MOVING, WITHIN } from './convergence';
import type { Encoded } from './encoding';
import type { SimdTiming, WebglTiming } from './engines';
import { type Felt, LONG } from './felt';
import type { Scrolled, Sight } from './figures';
import type { Handled } from './hands';
import type { Layered } from './layers';
import { digits, kilobytes, megabytes, ms, type Table, times, verdict, whole } from './markdown';
import { WATCHED, type Watched } from './page';
import { type Phone, SLOWED } from './phone';
import { describe, type Shape, widths } from './shapes';
import type { Swept } from './sweep';

/** Draw calls of a step of the WebGL engine, at most. */
const DRAWS = 24;

/** Times the ordinary program's speed, at least, by model. */
const SIMD_BARS: Readonly<Record<string, number>> = { '256-64-2': 13, '784-256-2': 8 };
const WEBGL_BARS: Readonly<Record<string, number>> = { '256-64-2': 5 };

/** The share of the steps that are still taken while surveys run, at least. */
const KEPT = 0.7;

/** Bytes after gzip, at most. */
const LAB_BYTES = 200_000;

export interface Measured<T> {
  readonly shape: Shape;
  readonly timing: T;
}

const ratio = (ours: Pace, theirs: Pace): string => times(theirs.best / ours.best);
const medianRatio = (ours: Pace, theirs: Pace): string => times(theirs.median / ours.median);

function leadVerdict(bars: Readonly<Record<string, number>>, shape: Shape, ours: Pace, theirs: Pace): string {
  const bar = bars[widths(shape)];
  return bar === undefined ? '' : verdict(`≥ ${bar}×`, theirs.best / ours.best >= bar);
}

export const simdTable = (all: readonly Measured<SimdTiming>[]): Table => ({
  head: [
    'model',
    'simd',
    'ordinary, wasm',
    'lead',
    'of medians',
    'bar',
    'products alone',
    'step / products',
    'GFLOP/s',
  ],
  rows: all.map(({ shape, timing: { ours, ordinary, products, flops } }) => [
    describe(shape),
    ms(ours.best),
    ms(ordinary.best),
    ratio(ours, ordinary),
    medianRatio(ours, ordinary),
    leadVerdict(SIMD_BARS, shape, ours, ordinary),
    ms(products.best),
    (ours.best / products.best).toFixed(2),
    (flops / 1e6 / ours.best).toFixed(1),
  ]),
});

const drawVerdict = (draws: number): string => verdict(`≤ ${DRAWS} draws`, draws <= DRAWS);

export const webglTable = (all: readonly Measured<WebglTiming>[]): Table => ({
  head: ['model', 'webgl', 'ordinary, webgl', 'lead', 'of medians', 'draws', 'ordinary’s draws', 'bar'],
  rows: all.map(({ shape, timing: { ours, ordinary, ourDraws, ordinaryDraws } }) => [
    describe(shape),
    ms(ours.best),
    ms(ordinary.best),
    ratio(ours, ordinary),
    medianRatio(ours, ordinary),
    `${ourDraws}`,
    `${ordinaryDraws}`,
    [leadVerdict(WEBGL_BARS, shape, ours, ordinary), drawVerdict(ourDraws)].filter((text) => text !== '').join('; '),
  ]),
});

const taskText = ({ longTasks, longest }: Felt): string =>
  longTasks === 0 ? '0' : `${longTasks} (longest ${Math.round(longest)} ms)`;

export const pageTable = (rows: readonly Watched[]): Table => ({
  head: [
    'scene',
    'engine',
    'first frame',
    'steps/s',
    'with surveys',
    'surveys/s',
    'frames/s',
    `tasks > ${LONG} ms in ${2 * WATCHED} s`,
    'peak memory',
  ],
  rows: rows.map((row) => [
    row.scene,
    row.engine,
    `${row.firstFrame.toFixed(2)} s`,
    digits(row.stepsPerSecond),
    digits(row.surveyedStepsPerSecond),
    row.surveysPerSecond.toFixed(1),
    row.framesPerSecond.toFixed(1),
    taskText(row),
    megabytes(row.memory),
  ]),
});

/** Ms from a pointer's move to the paint after it, at most. */
const POINTER = 50;

export const layersTable = (rows: readonly Layered[]): Table => ({
  head: [
    'scene',
    'engine',
    'steps/s, no layer',
    'every layer',
    'share',
    'frames/s',
    'pointer to paint, 95th percentile',
    `tasks > ${LONG} ms`,
  ],
  rows: rows.map((row) => [
    row.scene,
    row.engine,
    digits(row.withNone),
    digits(row.withAll),
    `${(row.withAll / row.withNone).toFixed(2)} (${verdict(`≥ ${KEPT}`, row.withAll / row.withNone >= KEPT)})`,
    row.framesPerSecond.toFixed(1),
    `${ms(row.pointer)} (${verdict(`≤ ${POINTER} ms`, row.pointer <= POINTER)})`,
    taskText(row),
  ]),
});

export function figuresTable({ before, after, mostWorkers, longTasks, longest }: Scrolled): Table {
  const row = (when: string, { stepsPerSecond, framesPerSecond, awake, memory }: Sight): string[] => [
    when,
    digits(stepsPerSecond),
    framesPerSecond.toFixed(1),
    awake,
    megabytes(memory),
  ];
  const tasks = taskText({ longTasks, longest });
  return {
    head: ['', 'steps/s', 'frames/s', 'labs with a worker', 'memory'],
    rows: [
      row('before', before),
      row('after', after),
      [`while scrolling: most workers ${mostWorkers}, tasks > ${LONG} ms`, tasks, '', '', ''],
    ],
  };
}

/** Share of the speed of one model alone that each keeps when all of a sweep train. */
const KEPT_IN_SWEEP = 0.2;

const sweptRow = ({ models, alone, together }: Swept): string[] => {
  const share = together / alone;
  return [
    `steps/s of the slowest of ${models} models that train at once, against one alone`,
    `${digits(together)} of ${digits(alone)}, ${share.toFixed(2)}`,
    verdict(`≥ ${KEPT_IN_SWEEP}`, share >= KEPT_IN_SWEEP),
  ];
};

/** Share that they take, together, of the steps that bare engines take on all cores. */
const KEPT_OF_CORES = 0.9;

const coresRow = ({ models, sum, bare }: Swept): string[] => {
  const share = sum / bare;
  return [
    `steps/s of ${models} models together, against as many bare engines as there are cores`,
    `${digits(sum)} of ${digits(bare)}, ${share.toFixed(2)}`,
    verdict(`≥ ${KEPT_OF_CORES}`, share >= KEPT_OF_CORES),
  ];
};

export const sweepTable = (swept: Swept): Table => ({
  head: ['', '', 'bar'],
  rows: [
    sweptRow(swept),
    coresRow(swept),
    [`tasks > ${LONG} ms meanwhile`, taskText(swept), verdict('0', swept.longTasks === 0)],
  ],
});

/** Ms from a move of a reader's hand to its paint, at most. */
const HAND = 100;

const delayText = ({ delay }: Handled): string => (delay === null ? '' : ms(delay));
const handVerdict = ({ delay }: Handled): string => (delay === null ? '' : verdict(`≤ ${HAND} ms`, delay <= HAND));

export const handsTable = (rows: readonly Handled[]): Table => ({
  head: ['scene', 'input to paint, 95th percentile', 'bar', `tasks > ${LONG} ms`, 'bar'],
  rows: rows.map((row) => [
    row.scene,
    delayText(row),
    handVerdict(row),
    taskText(row),
    verdict('0', row.longTasks === 0),
  ]),
});

/** Seconds until a phone shows the first frame, at most; frames a second on it, at least. */
const PHONE_OPENS = 3;
const PHONE_FRAMES = 30;

const phoneRows = (phone: Phone): string[][] => [
  [
    'navigation to the first frame',
    `${phone.firstFrame.toFixed(2)} s`,
    verdict(`≤ ${PHONE_OPENS} s`, phone.firstFrame <= PHONE_OPENS),
  ],
  ['frames/s', phone.framesPerSecond.toFixed(1), verdict(`≥ ${PHONE_FRAMES}`, phone.framesPerSecond >= PHONE_FRAMES)],
  ['slider of β to paint, 95th percentile', ms(phone.slider), verdict(`≤ ${HAND} ms`, phone.slider <= HAND)],
];

export const phoneTable = (phone: Phone): Table => ({
  head: ['', '', 'bar'],
  rows: [
    ...phoneRows(phone),
    ['what is drawn by then: posteriors, pixels for one of CSS, pace of the rest', phone.detail, ''],
    [`tasks > ${LONG} ms meanwhile`, taskText(phone), ''],
  ],
});

/** Ms by which the encoding of all images may delay a frame. */
const DELAY = 30;

const delayRow = ({ images, gaps: { none, encode, survey } }: Encoded): string[] => {
  const delay = Math.max(0, encode.longest - none.longest, survey.longest - none.longest);
  return [
    `longest time between two frames while all of ${whole(images)} images are encoded, or measured, over that without`,
    `${ms(Math.max(encode.longest, survey.longest))}, ${digits(delay)} more`,
    verdict(`≤ ${DELAY} ms more`, delay <= DELAY),
  ];
};

export const encodingTable = (encoded: Encoded): Table => ({
  head: ['', 'done', 'frame to frame, 95th percentile', 'longest', 'bar'],
  rows: (
    [
      ['none', 'nothing beside the training', ''],
      ['encode', 'all encoded, again and again', `${encoded.encodings}`],
      ['survey', 'all measured, again and again', `${encoded.surveys}`],
    ] as const
  ).map(([mode, name, count], i) => [
    name,
    count,
    ms(encoded.gaps[mode].percentile95),
    ms(encoded.gaps[mode].longest),
    i === 2 ? delayRow(encoded)[2]! : '',
  ]),
});

const bytesOf = (scripts: readonly Script[]): number => scripts.reduce((sum, { bytes }) => sum + bytes, 0);

const sizes = (scripts: readonly Script[]): string[][] => {
  const early = earlyBytes(scripts);
  const all = bytesOf(scripts);
  return [
    [
      'main-thread script before the first figure',
      kilobytes(early),
      verdict(`≤ ${kilobytes(EARLY_BYTES)}`, early <= EARLY_BYTES),
    ],
    ['all that the lab needs with the simd engine', kilobytes(all), verdict('≤ 200 kB', all <= LAB_BYTES)],
  ];
};

const PARTS: Readonly<Record<Script['part'], string>> = {
  early: 'main thread, before the first frame',
  later: 'main thread, later',
  worker: 'worker',
};

export const scriptTable = (scripts: readonly Script[]): Table => ({
  head: ['fetched, gzip', 'size', 'for'],
  rows: [...sizes(scripts), ...scripts.map(({ file, bytes, part }) => [file, kilobytes(bytes), PARTS[part]])],
});

const CONVERGED = `within ${100 * WITHIN} % of the converged loss`;

export const convergenceTable = ({ loss, step, seconds, secondsAtPagePace }: Convergence): Table => ({
  head: ['', ''],
  rows: [
    [`converged loss: mean of the last ${whole(LAST)} of ${whole(LONG_RUN)} steps`, `${loss.toFixed(2)} nats an image`],
    [`steps until the mean of ${MOVING} steps is ${CONVERGED}`, whole(step)],
    ['seconds until then, no speed limit', seconds.toFixed(1)],
    ['seconds until then, at the page’s own speed', secondsAtPagePace.toFixed(1)],
  ],
});

/** One row for each series, one column for each size. */
export function growthTable(what: string, sizes: readonly number[], series: Readonly<Record<string, Pace[]>>): Table {
  return {
    head: [what, ...sizes.map(whole)],
    rows: Object.entries(series).map(([name, paces]) => [name, ...paces.map(({ best }) => ms(best))]),
  };
}

export interface Summary {
  readonly simd: readonly Measured<SimdTiming>[];
  readonly webgl: readonly Measured<WebglTiming>[];
  readonly page: readonly Watched[];
  readonly scripts: readonly Script[];
  readonly convergence: Convergence;
  readonly figures: Scrolled;
  readonly layers: readonly Layered[];
  readonly swept: Swept;
  readonly hands: readonly Handled[];
  readonly phone: Phone;
  readonly encoded: Encoded;
}

/** The rows that bars speak of, and what a reader feels. */
export function summaryTable({
  simd,
  webgl,
  page,
  scripts,
  convergence,
  figures,
  layers,
  swept,
  hands,
  phone,
  encoded,
}: Summary): Table {
  const longTasks = page.reduce((sum, row) => sum + row.longTasks, 0);
  const kept = Math.min(...page.map((row) => row.surveyedStepsPerSecond / row.stepsPerSecond));
  const leads = <T extends { ours: Pace; ordinary: Pace }>(
    engine: string,
    bars: Readonly<Record<string, number>>,
    all: readonly Measured<T>[],
  ): string[][] =>
    all
      .filter(({ shape }) => widths(shape) in bars)
      .map(({ shape, timing: { ours, ordinary } }) => [
        `${engine}, a step of ${describe(shape)}, against ordinary tfjs`,
        `${ms(ours.best)}, ${ratio(ours, ordinary)} as fast`,
        leadVerdict(bars, shape, ours, ordinary),
      ]);
  const draws = Math.max(...webgl.map(({ timing }) => timing.ourDraws));
  return {
    head: ['measured', 'this run', 'bar'],
    rows: [
      ...leads('simd engine', SIMD_BARS, simd),
      ...leads('webgl engine, software rendering', WEBGL_BARS, webgl),
      ['draw calls a step, webgl engine, largest model', `${draws}`, drawVerdict(draws)],
      ...page.map((row) => [
        row.scene,
        `${digits(row.stepsPerSecond)} steps/s, ${row.framesPerSecond.toFixed(0)} frames/s`,
        '',
      ]),
      [
        'steps/s with surveys of the code space running all the time against none, least of the scenes',
        kept.toFixed(2),
        verdict(`≥ ${KEPT}`, kept >= KEPT),
      ],
      ...layers.map((row) => [
        `${row.scene}: steps/s with every layer of the plane against none; pointer to paint; tasks > ${LONG} ms`,
        `${(row.withAll / row.withNone).toFixed(2)}; ${ms(row.pointer)}; ${taskText(row)}`,
        verdict(
          `≥ ${KEPT}, ≤ ${POINTER} ms, 0`,
          row.withAll / row.withNone >= KEPT && row.pointer <= POINTER && row.longTasks === 0,
        ),
      ]),
      [
        `tasks > ${LONG} ms in ${2 * WATCHED * page.length} s of training`,
        `${longTasks}`,
        verdict('0', longTasks === 0),
      ],
      ...hands
        .filter(({ delay }) => delay !== null)
        .map((row) => [`${row.scene}: input to paint, 95th percentile`, delayText(row), handVerdict(row)]),
      sweptRow(swept),
      coresRow(swept),
      ...phoneRows(phone).map(([what, ...rest]) => [`a phone ${SLOWED}× as slow: ${what}`, ...rest]),
      delayRow(encoded),
      [
        'frames/s of one figure of twenty, before and after scrolling through all of them twice',
        `${figures.before.framesPerSecond.toFixed(0)}, ${figures.after.framesPerSecond.toFixed(0)}`,
        '',
      ],
      ['navigation to the first frame', `${page[0]!.firstFrame.toFixed(2)} s`, ''],
      ...sizes(scripts),
      [
        `8×8 digits, ${CONVERGED}`,
        `${whole(convergence.step)} steps, ${convergence.seconds.toFixed(1)} s without a speed limit`,
        '',
      ],
    ],
  };
}
