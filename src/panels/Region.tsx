import { useRegion } from './context';
import { latePart } from './lazyPart';

const Body = latePart('region', { from: 'drawn' });

/** The region that is marked on the plane, decoded; fetched with the first one. */
export function Region() {
  return useRegion().box !== null && <Body height="280px" />;
}
