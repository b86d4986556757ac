import { useSelected } from './context';
import { lazyPart } from './lazyPart';

const Body = lazyPart(() => import('./sample/SampleBody'), { from: 'drawn' });

/** The selected image; fetched with the first. */
export function Sample() {
  return useSelected() !== null && <Body height="180px" place="sample" />;
}
