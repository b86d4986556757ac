import { useHasFactors } from '../../panels/Factors';
import { lazyPart } from '../../panels/lazyPart';

const Body = lazyPart<{ readonly opened: boolean }>(() => import('../../panels/factors/FactorsBody'), {
  from: 'drawn',
});

/** What the axes tell of the factors of the images, open from the first; nothing where none are known. */
export const OpenFactors = () => (useHasFactors() ? <Body height="44px" opened={true} /> : null);
