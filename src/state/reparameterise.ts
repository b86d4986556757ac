import { BOX_REACH } from '../math/family';
import { unitNoise } from '../math/posterior';
import { createRandom } from '../math/random';
import type { Lab } from './lab';
import { onePer } from './onePer';
import { type PlaneNoise, SAMPLE } from './staged';

/** Noise of each axis at most: 3σ of a normal distribution. What is drawn beyond is drawn again. */
export const REACH = 3;

/** Of the draws. */
const SEED = 17;

const BEGINNING: PlaneNoise = [0.8, 0.5];

type SampledLab = Pick<Lab, 'staged' | 'show' | 'selection' | 'frame' | 'on'>;

/**
 * Samples one code of the image that is looked at, with noise that the reader holds: z = μ + s·L·ε is in every frame,
 * decoded, while it is on.
 */
export class Reparameterise {
  private readonly random = createRandom(SEED);
  private last: PlaneNoise = BEGINNING;
  private stop: (() => void) | null = null;

  constructor(private readonly lab: SampledLab) {}

  /** ε on the two axes of the plane, within the reach of the present family. It stays while it is off. */
  get epsilon(): PlaneNoise {
    const { last, reach } = this;
    const within = (value: number): number => Math.min(reach, Math.max(-reach, value));
    return last.every((value) => within(value) === value) ? last : [within(last[0]), within(last[1])];
  }

  /** The image: the one that is selected, else the first. */
  get index(): number {
    return this.lab.selection.index ?? 0;
  }

  enter(): void {
    if (this.stop !== null) return;
    const stops = [
      this.lab.selection.store.subscribe(() => this.show()),
      // Of another family it may reach less far.
      this.lab.on('frame', () => {
        if (this.epsilon.join() !== this.lab.staged.getState().noise?.join()) this.show();
      }),
    ];
    this.stop = () => {
      for (const stop of stops) stop();
    };
    this.show();
  }

  leave(): void {
    this.stop?.();
    this.stop = null;
    this.lab.show(SAMPLE, null);
    this.lab.staged.setState({ noise: null });
  }

  /**
   * Sets ε; what is beyond the support of the present family is brought to its edge.
   * @throws RangeError naming what is no number within `REACH`, before anything has changed
   */
  set(epsilon: PlaneNoise): void {
    const [x, y] = epsilon;
    for (const value of [x, y]) {
      if (!(Math.abs(value) <= REACH)) {
        throw new RangeError(`ε is (${x}, ${y}); each number must be from −${REACH} to ${REACH}`);
      }
    }
    this.last = [x, y];
    if (this.stop !== null) this.show();
  }

  /** Draws ε anew, as the posterior's family has it: of one seed, the same after the same number of draws. */
  redraw(): void {
    this.set([this.draw(), this.draw()]);
  }

  /** How far noise reaches on each axis of the present family. */
  get reach(): number {
    return this.lab.frame?.family === 'box' ? BOX_REACH : REACH;
  }

  private draw(): number {
    const family = this.lab.frame?.family ?? 'diagonal';
    let value = unitNoise(family, this.random);
    while (Math.abs(value) > REACH) value = unitNoise(family, this.random);
    return value;
  }

  private show(): void {
    const { epsilon } = this;
    this.lab.show(SAMPLE, { kind: 'sample', index: this.index, noise: epsilon });
    this.lab.staged.setState({ noise: epsilon });
  }
}

/** That of a lab: its panel and its scripts share it. */
export const reparameteriseOf = onePer((lab: Lab) => new Reparameterise(lab));
