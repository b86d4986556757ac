import { usePins } from './context';
import { lazyPart } from './lazyPart';

const Body = lazyPart(() => import('./path/PathBody'), { from: 'drawn' });

/** The path through the pins and A − B + C of three; fetched with the second pin. */
export function Path() {
  return usePins().length > 1 && <Body height="128px" place="pin-path" />;
}
