import { latePart } from './lazyPart';

const Panel = latePart('reparameterise', { from: 'drawn' });

/** A code of one image, sampled with noise that the reader holds. */
export const Reparameterise = () => <Panel place="staged staged-place" />;
