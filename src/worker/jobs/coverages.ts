import type { Coverage } from '../../math/coverage';
import { outlineReach } from '../../math/family';
import { lengthOf, lineUnionInSlices, priorMass, unitShare } from '../../math/lineUnion';
import type { PlaneAxes } from '../../math/planar';
import type { PlanarPosteriors } from '../../math/posterior';
import { unionArea } from '../../math/union';
import type { Measures, QuestionNumbers } from '../jobAnswers';
import type { Work } from './work';

/**
 * What all outlines cover together, at 1σ and at 2σ of what samples use. Of codes of one axis that is intervals of it.
 * @param axes those that `plane` shows
 */
export function* coveragesOf(
  coverage: Coverage,
  plane: PlanarPosteriors,
  axes: PlaneAxes,
  noiseScale: number,
): Work<Pick<Measures, 'coverage1' | 'coverage2' | 'circleCoverage'>> {
  const [once, twice] = reaches(plane, noiseScale);
  if (axes[1] < 0) {
    const inner = yield* lineUnionInSlices(plane, once);
    const outer = yield* lineUnionInSlices(plane, twice);
    return { coverage1: priorMass(inner), coverage2: priorMass(outer), circleCoverage: unitShare(inner) };
  }
  return {
    coverage1: yield* coverage.priorCoverage(plane, once),
    coverage2: yield* coverage.priorCoverage(plane, twice),
    circleCoverage: yield* coverage.circleCoverageInSlices(plane, once),
  };
}

/** How large the union of the 1σ outlines is: an area, of codes of one axis a length. */
export function* sizeOfUnion(
  plane: PlanarPosteriors,
  axes: PlaneAxes,
  noiseScale: number,
): Work<QuestionNumbers['area']> {
  const [once] = reaches(plane, noiseScale);
  return axes[1] < 0 ? lengthOf(yield* lineUnionInSlices(plane, once)) : yield* unionArea(plane, once);
}

const reaches = ({ family }: PlanarPosteriors, noiseScale: number): readonly [once: number, twice: number] => [
  outlineReach(family, 1, noiseScale),
  outlineReach(family, 2, noiseScale),
];
