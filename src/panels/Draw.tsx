import { usePad } from './context';
import './Draw.css';
import { latePart } from './lazyPart';

const Body = latePart('draw');
const Opener = latePart('drawOpener', { from: 'drawn' });

/** The pad to draw an image on; fetched when it is first opened. */
export function Draw() {
  return usePad(({ open }) => open) && <Body height="480px" place="draw" />;
}

/** What opens and closes it. */
export const DrawOpener = () => <Opener place="draw-opener" />;
