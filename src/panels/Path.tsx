import { usePins } from './context';
import { latePart } from './lazyPart';

const Body = latePart('path', { from: 'drawn' });

/** The path through the pins and A − B + C of three; fetched with the second pin. */
export function Path() {
  return usePins().length > 1 && <Body height="128px" place="pin-path" />;
}
