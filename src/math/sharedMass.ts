import { type FactorLevels, UNKNOWN } from './factorLevels';

/** What a table of shared mass comes to, in nats. */
export interface SharedInformation {
  /** I(cell; level), its bias taken out; from 0 to the entropy of the levels. */
  readonly information: number;
  /** What was taken out. */
  readonly bias: number;
}

/** How the mass of images, each spread over the cells of an axis, is shared among the levels of a factor. */
export class SharedMass {
  /** Σ m and Σ m² over the images of a level, m an image's mass in a cell: level by level. */
  private readonly mass: Float64Array;
  private readonly squares: Float64Array;

  /** @param cells of the axis */
  constructor(
    private readonly factor: FactorLevels,
    private readonly cells: number,
  ) {
    this.mass = new Float64Array(factor.count * cells);
    this.squares = new Float64Array(factor.count * cells);
  }

  /** Adds image i, whose mass is `masses[cell]` from the cell `first` to `last`. */
  add(i: number, masses: ArrayLike<number>, first: number, last: number): void {
    const level = this.factor.levels[i]!;
    if (level === UNKNOWN) return;
    const row = level * this.cells;
    for (let cell = first; cell <= last; cell++) {
      const mass = masses[cell]!;
      this.mass[row + cell]! += mass;
      this.squares[row + cell]! += mass * mass;
    }
  }

  /**
   * The information that the cell has of the level, of the images that were added. What chance alone gives to so few
   * images is taken out to first order. With masses of 0 and 1 that is the correction of Miller and Madow (Miller, Note on
   * the bias of information estimates, 1955), (joint − cells − levels + 1)/2N by the numbers of those that have images;
   * of images spread over cells each of these numbers is Σ Σm²/Σm, which is what the same expansion gives.
   */
  information(): SharedInformation {
    const { cells, mass, squares } = this;
    const levels = this.factor.count;
    const ofCell = new Float64Array(cells);
    const squaresOfCell = new Float64Array(cells);
    const ofLevel = new Float64Array(levels);
    for (let level = 0; level < levels; level++) {
      for (let cell = 0; cell < cells; cell++) {
        const at = level * cells + cell;
        ofCell[cell]! += mass[at]!;
        squaresOfCell[cell]! += squares[at]!;
        ofLevel[level]! += mass[at]!;
      }
    }
    const total = ofLevel.reduce((sum, value) => sum + value, 0);
    if (total === 0) return { information: 0, bias: 0 };
    let found = 0;
    // Of the degrees of freedom of an independent table those that are filled: joint − cells − levels + 1.
    let filled = 1 - ofLevel.filter((value) => value > 0).length;
    for (let cell = 0; cell < cells; cell++) {
      if (ofCell[cell]! > 0) filled -= squaresOfCell[cell]! / ofCell[cell]!;
      for (let level = 0; level < levels; level++) {
        const at = level * cells + cell;
        const joint = mass[at]!;
        if (!(joint > 0)) continue;
        filled += squares[at]! / joint;
        found += (joint / total) * Math.log((joint / ofCell[cell]!) * (total / ofLevel[level]!));
      }
    }
    const bias = filled / (2 * total);
    return { information: Math.min(levelEntropy(this.factor), Math.max(0, found - bias)), bias };
  }
}

/** Entropy of the levels of a factor over the images of which it is known, in nats. */
export function levelEntropy({ levels, count }: FactorLevels): number {
  const images = new Float64Array(count);
  for (const level of levels) if (level !== UNKNOWN) images[level]! += 1;
  const total = images.reduce((sum, value) => sum + value, 0);
  return images.reduce((sum, value) => (value > 0 ? sum - (value / total) * Math.log(value / total) : sum), 0);
}
