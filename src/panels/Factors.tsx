import { useLab } from './context';
import { latePart } from './lazyPart';

const Drawer = latePart('factors', { from: 'drawn' });

/** What the axes tell of the factors of the images; nothing where none are known. */
export function Factors() {
  const known = useLab(({ dataset }) => (dataset?.factors?.length ?? 0) > 0);
  return known ? <Drawer height="44px" /> : null;
}
