import { useLab } from './context';
import { latePart } from './lazyPart';

const Drawer = latePart('factors', { from: 'drawn' });

/** Whether any factors of the images are known. */
export const useHasFactors = (): boolean => useLab(({ dataset }) => (dataset?.factors?.length ?? 0) > 0);

/** What the axes tell of the factors of the images; nothing where none are known. */
export const Factors = () => (useHasFactors() ? <Drawer height="44px" /> : null);
