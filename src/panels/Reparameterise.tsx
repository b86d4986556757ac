import { lazyPart } from './lazyPart';

const Panel = lazyPart(() => import('./reparameterise/ReparameterisePanel'), { from: 'drawn' });

/** A code of one image, sampled with noise that the reader holds. */
export const Reparameterise = () => <Panel height="36px" />;
