import { useSelected } from './context';
import { latePart } from './lazyPart';

const Body = latePart('sample', { from: 'drawn' });

/** The selected image; fetched with the first. */
export function Sample() {
  return useSelected() !== null && <Body height="180px" place="sample" />;
}
