import { latePart } from './lazyPart';
import './Strip.css';

const Body = latePart('strip', { from: 'drawn' });

/** A few images of the data set above what the model makes of them; fetched after the picture. */
export function Strip() {
  return <Body height="0" place="strip-place" />;
}
