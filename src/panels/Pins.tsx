import { usePins } from './context';
import { lazyPart } from './lazyPart';

const Body = lazyPart(() => import('./PinsBody'), { from: 'drawn' });

/** The pinned codes, decoded; fetched with the first pin. */
export function Pins() {
  return usePins().length > 0 && <Body height="64px" />;
}
