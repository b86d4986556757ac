import { useFigure } from './context';
import { latePart } from './lazyPart';

const Body = latePart('squarePad', { from: 'drawn' });

/** What it is, and what it moves: hidden with each of them. */
const PARTS = ['pad', 'beta', 'noiseScale'] as const;

/** β and σ as one place in a square; fetched after the picture, for the sliders beside it do the same. */
export function SquarePad() {
  const { hidden } = useFigure();
  return !PARTS.some((part) => hidden.has(part)) && <Body place="pad-place" />;
}
