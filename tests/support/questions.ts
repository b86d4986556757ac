import type { QuestionNumbers } from '../../src/worker/jobAnswers';

/** Answers to the four questions, with these changes. */
export const questionNumbers = (changes: Partial<QuestionNumbers> = {}): QuestionNumbers => ({
  step: 100,
  axes: [0, 1],
  latent: 2,
  beta: 0.5,
  noiseScale: 1,
  shape: {
    shape: 'irregular',
    flatness: 0.25,
    hollowness: -0.2,
    radialSpread: 0.5,
    emptiestSector: 0.4,
    departure: 1.5,
    aggregateKl: 4.2,
    explained: 0.6,
  },
  explainedOf: 'all',
  aggregateKl: 4.2,
  coverage1: 0.3,
  coverage2: 0.6,
  circleCoverage: 0.45,
  area: 2.5,
  plausibility: {
    threshold: 1,
    inside: { plausible: 540, count: 600 },
    outside: { plausible: 100, count: 400 },
    completeness: { mean: 0.64, standardError: 0.015 },
    gaps: [
      { code: [0.5, 0], x: 0.5, y: 0, distance: 2 },
      { code: [-2, 1.5], x: -2, y: 1.5, distance: 3 },
    ],
    compared: 4,
  },
  continuity: {
    inside: { count: 600, mean: 1.25, percentile95: 2.5 },
    outside: { count: 400, mean: 0.75, percentile95: 1.5 },
  },
  spread: 1.2,
  outliers: {
    far: 1,
    alone: 2,
    count: 2,
    listed: [
      { index: 3, radius: 4.5, isolation: 6, far: true, alone: true },
      { index: 1, radius: 2, isolation: 8, far: false, alone: true },
    ],
  },
  outlierCodes: Float32Array.of(0, 4.5, 1, 0),
  ...changes,
});
