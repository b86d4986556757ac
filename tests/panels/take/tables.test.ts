import { describe, expect, it } from 'vitest';
import { measuresCsv, measuresJson } from '../../../src/panels/take/tables';
import { defaultSettings } from '../../../src/state/settings';
import { measuresOf } from '../../support/measures';

const lab = {
  settings: defaultSettings(),
  dataset: null,
  history: { points: [], measured: [measuresOf(), measuresOf({ step: 250, aggregateKl: Number.POSITIVE_INFINITY })] },
} as unknown as Parameters<typeof measuresCsv>[0];

describe('what was measured', () => {
  it('is one row a measurement, as CSV', () => {
    const [names, first, second] = measuresCsv(lab)
      .trimEnd()
      .split('\r\n')
      .map((line) => line.split(','));
    expect(names).toEqual([
      ...['step', 'reconstruction', 'kl', 'elbo', 'mutual_information', 'aggregate_kl', 'coverage_1', 'coverage_2'],
      ...['active_axes', 'mean_sigma', 'spread', 'moment_identity_1', 'moment_identity_2'],
    ]);
    expect(first!.map(Number)).toEqual([100, 20.5, 3.26, -23.76, 3.13, 0.13, 0.9, 0.99, 2, 0.25, 0.95, 0.98, 1.02]);
    expect(second![0]).toBe('250');
    expect(second![5]).toBe('Infinity');
  });

  it('is the same columns as JSON, in which what is infinite is null', () => {
    const { kind, columns } = JSON.parse(measuresJson(lab, 'https://example.org/'));
    expect(kind).toBe('measures');
    expect(columns.step).toEqual([100, 250]);
    expect(columns.aggregate_kl).toEqual([0.13, null]);
  });
});
