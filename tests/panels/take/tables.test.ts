import { describe, expect, it } from 'vitest';
import type { Family } from '../../../src/math/family';
import { codesOfHead, headWidth, onPlane, posteriorsOf } from '../../../src/math/posterior';
import {
  frameCsv,
  frameJson,
  historyCsv,
  historyJson,
  measuresCsv,
  measuresJson,
} from '../../../src/panels/take/tables';
import { History } from '../../../src/state/history';
import { defaultSettings } from '../../../src/state/settings';
import type { Frame } from '../../../src/worker/frameProtocol';
import { frameOf } from '../../support/fakeClient';
import { measuresOf } from '../../support/measures';

const LAB = { settings: defaultSettings(), dataset: null, history: { points: [] } } as unknown as Parameters<
  typeof frameCsv
>[0];

/** A frame of two posteriors of three axes. */
function frame(family: Family): Frame {
  const width = headWidth(family, 3);
  const head = Float32Array.from({ length: 2 * width }, (_, i) => (i % width < 3 ? i : 0.5));
  const posteriors = posteriorsOf(family, 3, codesOfHead(family, 3, head));
  return frameOf({ ...posteriors, plane: { axes: [0, 1], ...onPlane(posteriors, [0, 1]) } });
}

const CODES = ['index', 'mu_1', 'mu_2', 'mu_3', 'sigma_1', 'sigma_2', 'sigma_3'];

describe('the table of a moment', () => {
  it.each(['point', 'isotropic', 'diagonal', 'box'] as const)('of %s posteriors has no correlations', (family) => {
    expect(frameCsv(LAB, frame(family)).split(/\r?\n/)[0]).toBe([...CODES, 'kl'].join());
  });

  it('of full covariance has those of every two axes, from which it follows', () => {
    const [names, first] = frameCsv(LAB, frame('full')).split(/\r?\n/);
    expect(names).toBe([...CODES, 'rho_1_2', 'rho_1_3', 'rho_2_3', 'kl'].join());
    const row = Object.fromEntries(names!.split(',').map((name, i) => [name, Number(first!.split(',')[i])]));
    // L has e^¼ on its diagonal and ½ below: Σ₁₃ = e^¼·½, Σ₂₃ = ½·½ + e^¼·½.
    const own = Math.exp(0.25);
    expect(row.rho_1_3! * row.sigma_1! * row.sigma_3!).toBeCloseTo(own / 2, 5);
    expect(row.rho_2_3! * row.sigma_2! * row.sigma_3!).toBeCloseTo(0.25 + own / 2, 5);
  });

  it.each(['full', 'box'] as const)('names the family in JSON: %s', (posterior) => {
    expect(JSON.parse(frameJson(LAB, frame(posterior), ''))).toMatchObject({ posterior });
  });
});

describe('what is known of the images', () => {
  const known = {
    n: 2,
    labels: Uint8Array.of(1, 0),
    classNames: ['square', 'heart'],
    titles: ['Lora, bold', 'Inter'],
    factors: [
      { name: 'size', values: Float32Array.of(0.25, Number.NaN), levels: null },
      { name: 'face', values: Float32Array.of(1, Number.NaN), levels: ['sans', 'serif'] },
    ],
  };
  const lab = (dataset: object) => ({ ...LAB, dataset }) as typeof LAB;

  it('stands before the codes, each under its name', () => {
    const [names, first, second] = frameCsv(lab(known), frame('diagonal')).split(/\r?\n/);
    const said = ['label', 'class', 'title', 'factor_size', 'factor_face'];
    expect(names).toBe(['index', ...said, ...CODES.slice(1), 'kl'].join());
    expect(first).toMatch(/^0,1,heart,"Lora, bold",0\.25,serif,/);
    expect(second).toMatch(/^1,0,square,Inter,,,/);
  });

  it('is left out while the posteriors are still of other images', () => {
    const [names] = frameCsv(lab({ ...known, n: 3, labels: null }), frame('diagonal')).split(/\r?\n/);
    expect(names).toBe([...CODES, 'kl'].join());
  });

  it('is of the images that are shown, where they are not all', () => {
    const longer = {
      ...known,
      n: 4,
      labels: null,
      titles: ['a', 'b', 'c', 'd'],
      factors: [],
    };
    const rows = frameCsv(lab(longer), { ...frame('diagonal'), stride: 2 }).split(/\r?\n/);
    expect(rows.slice(1, 3).map((row) => row.split(',').slice(0, 2).join())).toEqual(['0,a', '2,c']);
  });
});

const MEASURED = {
  settings: defaultSettings(),
  dataset: null,
  history: {
    points: [],
    measured: [
      measuresOf(),
      measuresOf({
        step: 250,
        aggregateKl: Number.POSITIVE_INFINITY,
        heldOut: { n: 180, reconstruction: 22, regulariser: 4, kl: 4.1, elbo: -26.1 },
      }),
    ],
  },
} as unknown as Parameters<typeof measuresCsv>[0];

describe('the losses of a run', () => {
  const history = new History();
  const at = (step: number, reconstruction: number, total: number): Frame =>
    frameOf({ step, circleCoverage: 0.5, losses: { reconstruction, regulariser: 1, total } });
  for (const frame of [at(10, 20, 24), at(20, 18, 23), at(40, 16, 22)]) history.add(frame);
  history.addHeldOut({ step: 20, reconstruction: 19, total: 25 });
  history.addHeldOut({ step: 30, reconstruction: 18.5, total: 24 });
  const lab = { ...LAB, history } as Parameters<typeof historyCsv>[0];

  it('are one row a step, in order, with nothing where no loss of that share was taken', () => {
    const rows = historyCsv(lab)
      .trimEnd()
      .split('\r\n')
      .map((line) => line.split(','));
    expect(rows[0]).toEqual([
      ...['step', 'reconstruction', 'weighted_regulariser', 'total', 'circle_coverage'],
      ...['held_out_reconstruction', 'held_out_weighted_regulariser', 'held_out_total'],
    ]);
    expect(rows.slice(1)).toEqual([
      ['10', '20', '4', '24', '0.5', '', '', ''],
      ['20', '18', '5', '23', '0.5', '19', '6', '25'],
      ['30', '', '', '', '', '18.5', '5.5', '24'],
      ['40', '16', '6', '22', '0.5', '', '', ''],
    ]);
  });

  it('are the same columns as JSON, in which what was not taken is null', () => {
    const { kind, columns } = JSON.parse(historyJson(lab, 'https://example.org/'));
    expect(kind).toBe('history');
    expect(columns.total).toEqual([24, 23, null, 22]);
    expect(columns.held_out_total).toEqual([null, 25, 24, null]);
  });
});

describe('what was measured', () => {
  it('is one row a measurement, as CSV', () => {
    const [names, first, second] = measuresCsv(MEASURED)
      .trimEnd()
      .split('\r\n')
      .map((line) => line.split(','));
    expect(names).toEqual([
      ...['step', 'reconstruction', 'kl', 'elbo', 'held_out_reconstruction', 'held_out_kl', 'held_out_elbo'],
      ...['mutual_information', 'aggregate_kl', 'coverage_1', 'coverage_2'],
      ...['active_axes', 'mean_sigma', 'spread', 'moment_identity_1', 'moment_identity_2'],
    ]);
    expect(first!.slice(0, 4).map(Number)).toEqual([100, 20.5, 3.26, -23.76]);
    expect(first!.slice(4, 7), 'nothing is held out').toEqual(['', '', '']);
    expect(first!.slice(7).map(Number)).toEqual([3.13, 0.13, 0.9, 0.99, 2, 0.25, 0.95, 0.98, 1.02]);
    expect(second!.slice(4, 7)).toEqual(['22', '4.1', '-26.1']);
    expect(second![0]).toBe('250');
    expect(second![8]).toBe('Infinity');
  });

  it('has no ELBO where −(R + KL) is none', () => {
    const measured = [measuresOf(), measuresOf({ isBound: false }), MEASURED.history.measured[1]!];
    const { columns } = JSON.parse(
      measuresJson({ ...MEASURED, history: { ...MEASURED.history, measured } } as never, ''),
    );
    expect(columns.elbo).toEqual([-23.76, null, -23.76]);
    expect(columns.held_out_elbo).toEqual([null, null, -26.1]);
    expect(columns.reconstruction).toEqual([20.5, 20.5, 20.5]);
  });

  it('is the same columns as JSON, in which what is infinite is null', () => {
    const { kind, columns } = JSON.parse(measuresJson(MEASURED, 'https://example.org/'));
    expect(kind).toBe('measures');
    expect(columns.step).toEqual([100, 250]);
    expect(columns.aggregate_kl).toEqual([0.13, null]);
  });
});
