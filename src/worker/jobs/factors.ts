import { evenly } from '../../data/takeEvenly';
import { type FactorLevels, factorLevels } from '../../math/factorLevels';
import { mutualInformation } from '../../math/mutualInformation';
import type { JobAnswers } from '../jobProtocol';
import type { Images } from '../protocol';
import type { Moment } from './moment';
import type { Work } from './work';

/** The class where it is one of the factors. */
const CLASS = 'class';

/** Something that is known of every image, or of most. */
interface Known {
  readonly name: string;
  readonly values: ArrayLike<number>;
  readonly areKinds: boolean;
}

/** Images that are looked at, at most: more hardly change a number, and take as much longer. */
const MOST = 8192;

/** Levels of what is known of the images, found once: it stays while the code changes. */
const found = new WeakMap<object, FactorLevels>();

/**
 * What each axis says of each factor of the images, and of their class where no factor is the same; over as many of the
 * images as are looked at, evenly from the first to the last.
 * @throws RangeError of images of which no factors are known, and of a decoder alone
 */
export function* factors(moment: Moment): Work<JobAnswers['factors']> {
  const known = knownOf(moment.images);
  if (known.length === 0)
    throw new RangeError('No factors are known of these images: there is nothing to compare with');
  const { n } = moment.images;
  const count = Math.min(n, MOST);
  const chosen = evenly(n, count);
  const posteriors = count === n ? yield* moment.posteriors() : yield* moment.posteriorsAt(chosen);
  const levels: FactorLevels[] = [];
  for (const factor of known) {
    levels.push(levelsOf(factor, chosen));
    yield;
  }
  const { noiseScale } = moment.hyper;
  return {
    ...moment.stamp,
    count,
    names: known.map(({ name }) => name),
    arePoints: posteriors.family === 'point' || noiseScale === 0,
    ...(yield* mutualInformation(posteriors, noiseScale, levels)),
  };
}

function knownOf({ factors = [], labels = null }: Images): Known[] {
  const known: Known[] = factors.map(({ name, values, levels }) => ({ name, values, areKinds: levels !== null }));
  const isFactor = labels === null || known.some(({ values }) => labels.every((label, i) => label === values[i]));
  return known.length === 0 || isFactor ? known : [{ name: CLASS, values: labels, areKinds: true }, ...known];
}

/** @param chosen which of the images, the same ones of the same data set */
function levelsOf({ values, areKinds }: Known, chosen: Uint32Array): FactorLevels {
  const levels =
    found.get(values) ??
    factorLevels(
      Float32Array.from(chosen, (index) => values[index]!),
      areKinds,
    );
  found.set(values, levels);
  return levels;
}
