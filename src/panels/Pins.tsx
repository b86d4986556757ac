import { usePins } from './context';
import { latePart } from './lazyPart';

const Body = latePart('pins', { from: 'drawn' });

/** The pinned codes, decoded; fetched with the first pin. */
export function Pins() {
  return usePins().length > 0 && <Body height="64px" />;
}
