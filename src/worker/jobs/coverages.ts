import type { Coverage } from '../../math/coverage';
import { outlineReach, type PlanarPosteriors } from '../../math/posterior';
import type { Measures } from '../jobProtocol';
import type { Work } from './work';

/** What all outlines cover together, at 1σ and at 2σ of what samples use. */
export function* coveragesOf(
  coverage: Coverage,
  plane: PlanarPosteriors,
  noiseScale: number,
): Work<Pick<Measures, 'coverage1' | 'coverage2' | 'circleCoverage'>> {
  const [once, twice] = [1, 2].map((k) => outlineReach(plane.family, k, noiseScale)) as [number, number];
  return {
    coverage1: yield* coverage.priorCoverage(plane, once),
    coverage2: yield* coverage.priorCoverage(plane, twice),
    circleCoverage: yield* coverage.circleCoverageInSlices(plane, once),
  };
}
