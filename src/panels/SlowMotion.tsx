import { latePart } from './lazyPart';

const Panel = latePart('slowMotion', { from: 'drawn' });

/** One training step in slow motion. */
export const SlowMotion = () => <Panel place="staged staged-place" />;
