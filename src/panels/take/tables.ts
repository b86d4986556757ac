/**
 * The present frame, the history of the losses and what was measured as tables: CSV for a spreadsheet, JSON with all
 * that belongs to it.
 */
import { type Column, writeCsv } from '../../formats/csv';
import { klOf, onPlane } from '../../math/posterior';
import type { Lab } from '../../state/lab';
import type { Frame } from '../../worker/frameProtocol';
import type { Measures } from '../../worker/jobAnswers';
import type { Dataset } from '../../worker/libraryProtocol';
import { shownLabels } from '../ellipseCloud';

type Shown = Pick<Lab, 'settings' | 'dataset' | 'history'>;

/** The version of what is written here. */
const VERSION = 1;

/**
 * One row a posterior: index, label, title and factors of its image, each where it has them, μ and σ on every axis, correlations of every two where they may be
 * correlated, KL to the prior in nats.
 */
function codeColumns({ dataset }: Shown, frame: Frame): Column[] {
  const { mu, sigma, latent, stride } = frame;
  const n = mu.length / latent;
  const axis = (values: Float32Array, k: number): number[] =>
    Array.from({ length: n }, (_, i) => values[i * latent + k]!);
  const each = <T>(value: (k: number) => T): T[] => Array.from({ length: latent }, (_, k) => value(k));
  const labels = shownLabels(frame, dataset?.labels ?? null);
  return [
    { name: 'index', values: Array.from({ length: n }, (_, i) => i * stride) },
    ...(labels === null ? [] : [{ name: 'label', values: labels }]),
    ...(dataset === null ? [] : knownColumns(dataset, n, stride)),
    ...each((k) => ({ name: `mu_${k + 1}`, values: axis(mu, k) })),
    ...each((k) => ({ name: `sigma_${k + 1}`, values: axis(sigma, k) })),
    ...each((k) => each((j) => ({ j, k })).slice(0, k))
      .flat()
      .flatMap(({ j, k }) => {
        const { correlation } = onPlane(frame, [j, k]);
        return correlation === null ? [] : [{ name: `rho_${j + 1}_${k + 1}`, values: correlation }];
      }),
    { name: 'kl', values: Array.from({ length: n }, (_, i) => klOf(frame, i)) },
  ];
}

/** What else is known of the images of n posteriors, of every `stride`-th: names of classes, titles, factors. */
function knownColumns(
  { n: all, labels, classNames, titles, factors = [] }: Dataset,
  n: number,
  stride: number,
): Column[] {
  // While the frame is still of other images, nothing is known of those.
  if (Math.ceil(all / stride) !== n) return [];
  const column = (name: string, value: (image: number) => number | string): Column => ({
    name,
    values: Array.from({ length: n }, (_, i) => value(i * stride)),
  });
  return [
    ...(labels === null || classNames === undefined ? [] : [column('class', (i) => classNames[labels[i]!] ?? '')]),
    ...(titles === undefined ? [] : [column('title', (i) => titles[i]!)]),
    ...factors.map(({ name, values, levels }) =>
      column(`factor_${name}`, (i) => (levels === null ? values[i]! : (levels[values[i]!] ?? ''))),
    ),
  ];
}

/**
 * One row a step at which a loss was taken, means over images in the units of panels/units.ts: of what is trained on,
 * of what is held out, or of both. What was not taken at that step is NaN.
 */
function historyColumns({ history: { points, heldOut } }: Shown): Column[] {
  const trained = new Map(points.map((point) => [point.step, point]));
  const held = new Map(heldOut.map((point) => [point.step, point]));
  const steps = [...new Set([...trained.keys(), ...held.keys()])].sort((a, b) => a - b);
  const column = <P>(name: string, taken: ReadonlyMap<number, P>, value: (point: P) => number): Column => ({
    name,
    values: steps.map((step) => {
      const point = taken.get(step);
      return point === undefined ? Number.NaN : value(point);
    }),
  });
  return [
    { name: 'step', values: steps },
    column('reconstruction', trained, ({ reconstruction }) => reconstruction),
    column('weighted_regulariser', trained, ({ weighted }) => weighted),
    column('total', trained, ({ total }) => total),
    column('circle_coverage', trained, ({ circleCoverage }) => circleCoverage),
    column('held_out_reconstruction', held, ({ reconstruction }) => reconstruction),
    column('held_out_weighted_regulariser', held, ({ weighted }) => weighted),
    column('held_out_total', held, ({ total }) => total),
  ];
}

/** One row a measurement; what is no ELBO is NaN there, and the moment identity has a column for each axis. */
function measureColumns({ history: { measured } }: Shown): Column[] {
  const column = (name: string, value: (measures: Measures) => number): Column => ({
    name,
    values: measured.map(value),
  });
  const boundOf = (value: (measures: Measures) => number) => (measures: Measures) =>
    measures.isBound ? value(measures) : Number.NaN;
  const axes = Math.max(0, ...measured.map(({ momentIdentity }) => momentIdentity.length));
  return [
    column('step', ({ step }) => step),
    column('reconstruction', ({ reconstruction }) => reconstruction),
    column('kl', ({ kl }) => kl),
    column(
      'elbo',
      boundOf(({ elbo }) => elbo),
    ),
    column('held_out_reconstruction', ({ heldOut }) => heldOut?.reconstruction ?? Number.NaN),
    column('held_out_kl', ({ heldOut }) => heldOut?.kl ?? Number.NaN),
    column(
      'held_out_elbo',
      boundOf(({ heldOut }) => heldOut?.elbo ?? Number.NaN),
    ),
    column('mutual_information', ({ mutualInformation }) => mutualInformation),
    column('aggregate_kl', ({ aggregateKl }) => aggregateKl),
    column('coverage_1', ({ coverage1 }) => coverage1),
    column('coverage_2', ({ coverage2 }) => coverage2),
    column('active_axes', ({ activeAxes }) => activeAxes),
    column('mean_sigma', ({ meanSigma }) => meanSigma),
    column('spread', ({ spread }) => spread),
    ...Array.from({ length: axes }, (_, k) =>
      column(`moment_identity_${k + 1}`, ({ momentIdentity }) => momentIdentity[k] ?? Number.NaN),
    ),
  ];
}

export const frameCsv = (lab: Shown, frame: Frame): string => writeCsv(codeColumns(lab, frame));

export const historyCsv = (lab: Shown): string => writeCsv(historyColumns(lab));

export const measuresCsv = (lab: Shown): string => writeCsv(measureColumns(lab));

export function frameJson(lab: Shown, frame: Frame, address: string): string {
  const { step, epoch, family, beta, noiseScale, sigmaX, losses, restLosses, circleCoverage, plane } = frame;
  return json('frame', lab, address, {
    step,
    epoch,
    posterior: family,
    beta,
    noiseScale,
    sigmaX,
    losses: restLosses ?? losses,
    circleCoverage,
    planeAxes: plane.axes.map((axis) => axis + 1),
    ...named(codeColumns(lab, frame)),
  });
}

export const historyJson = (lab: Shown, address: string): string =>
  json('history', lab, address, named(historyColumns(lab)));

export const measuresJson = (lab: Shown, address: string): string =>
  json('measures', lab, address, named(measureColumns(lab)));

/** Columns under their names. */
const named = (columns: readonly Column[]) => ({
  columns: Object.fromEntries(columns.map(({ name, values }) => [name, Array.from(values)])),
});

function json(kind: string, { settings, dataset }: Shown, address: string, content: object): string {
  const { name, n, width, height } = dataset ?? { name: null, n: 0, width: 0, height: 0 };
  return `${JSON.stringify({ vaeGeometry: VERSION, kind, address, settings, data: { name, n, width, height }, ...content })}\n`;
}
