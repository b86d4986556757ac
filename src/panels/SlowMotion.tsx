import { lazyPart } from './lazyPart';

const Panel = lazyPart(() => import('./slow/SlowMotionPanel'), { from: 'drawn' });

/** One training step in slow motion. */
export const SlowMotion = () => <Panel height="36px" />;
