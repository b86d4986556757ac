import { lowerCount, type Posteriors } from '../../math/posterior';
import { rowsAt, stacked } from '../../math/rows';
import { type Work, wait } from './work';

/**
 * The posteriors of all images at one moment of a run, which the jobs of that moment share: of many images encoding takes
 * longer than most of what is asked of them.
 */
export class SharedPosteriors {
  private whole: Posteriors | null = null;
  /** Of the slices so far, by their places, until all are there. */
  private parts: Promise<Posteriors>[] = [];

  /** All of them, where some job has been answered; else null. */
  get known(): Posteriors | null {
    return this.whole;
  }

  /**
   * All of them: what another job has encoded is taken from there, what it is encoding is waited for.
   * @param slices of the images, the same from every job
   * @param encode asks the engine of this job for the posteriors of one
   */
  *all(slices: Iterable<Float32Array>, encode: (slice: Float32Array) => Promise<Posteriors>): Work<Posteriors> {
    const found: Posteriors[] = [];
    for (const slice of slices) {
      if (this.whole !== null) return this.whole;
      found.push(yield* this.part(found.length, () => encode(slice)));
    }
    yield;
    this.whole ??= joined(found);
    this.parts = [];
    return this.whole;
  }

  private *part(place: number, encode: () => Promise<Posteriors>): Work<Posteriors> {
    const known = this.parts[place];
    if (known !== undefined) {
      try {
        return yield* wait(known);
      } catch {
        // The job that had asked for it was ended, and its copy of the parameters has gone: this one has its own.
      }
    }
    const own = encode();
    this.parts[place] = own;
    // Of a job that ends first nobody waits for it.
    own.catch(() => undefined);
    return yield* wait(own);
  }
}

/** The posteriors of some of the images. */
export function posteriorsOfSome(posteriors: Posteriors, indices: Uint32Array): Posteriors {
  const { family, latent, lower } = posteriors;
  const rows = (values: Float32Array, width = latent): Float32Array => rowsAt(values, width, indices);
  return {
    family,
    latent,
    mu: rows(posteriors.mu),
    logVar: rows(posteriors.logVar),
    sigma: rows(posteriors.sigma),
    lower: lower === null ? null : rows(lower, lowerCount(latent)),
  };
}

/** The posteriors of several calls as those of one. */
export function joined(parts: readonly Posteriors[]): Posteriors {
  const { family, latent } = parts[0]!;
  const whole = (of: (part: Posteriors) => Float32Array): Float32Array => stacked(parts.map(of), Float32Array);
  return {
    family,
    latent,
    mu: whole(({ mu }) => mu),
    logVar: whole(({ logVar }) => logVar),
    sigma: whole(({ sigma }) => sigma),
    lower: parts.some(({ lower }) => lower === null) ? null : whole(({ lower }) => lower!),
  };
}
