import { BOX_REACH, type Family } from './family';
import { normalCdf } from './normal';

/** Standard deviations after which a Gaussian is cut off: 2e-9 of its mass on an axis lies beyond. */
const CUT = 6;

/** In sides of a cell: what is narrower is a point, as the rounding of the cells' edges would split it wrongly. */
const POINT = 1e-9;

/** The mass of one posterior in each cell of one axis. */
export class AxisMasses {
  /** Right from `first` to `last`; what is outside them is left from before. */
  readonly masses: Float64Array;
  first = 0;
  /** Below `first` where the posterior does not reach the axis. */
  last = -1;

  /**
   * @param from where the first cell begins
   * @param side of a cell
   * @param size number of cells
   */
  constructor(
    private readonly from: number,
    private readonly side: number,
    readonly size: number,
  ) {
    this.masses = new Float64Array(size);
  }

  /** @param sigma standard deviation, ≥ 0; of points it is taken for 0 */
  set(family: Family, mu: number, sigma: number): void {
    const middle = (mu - this.from) / this.side;
    const width = sigma / this.side;
    if (family === 'point' || !(width > POINT)) {
      const cell = Math.floor(middle);
      // What lies on the far edge belongs to the last cell.
      this.first = cell === this.size && middle === this.size ? cell - 1 : cell;
      this.last = this.first;
      if (this.first < 0 || this.first >= this.size) this.last = this.first - 1;
      else this.masses[this.first] = 1;
      return;
    }
    const isBox = family === 'box';
    const reach = (isBox ? BOX_REACH : CUT) * width;
    this.first = Math.max(0, Math.floor(middle - reach));
    this.last = Math.min(this.size - 1, Math.floor(middle + reach));
    const below = (edge: number): number =>
      isBox ? Math.min(1, Math.max(0, (edge - middle) / (2 * reach) + 0.5)) : normalCdf((edge - middle) / width);
    let before = below(this.first);
    for (let cell = this.first; cell <= this.last; cell++) {
      const after = below(cell + 1);
      this.masses[cell] = after - before;
      before = after;
    }
  }
}
