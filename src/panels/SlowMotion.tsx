import { useFigure } from './context';
import { lazyPart } from './lazyPart';
import { StagedPanel } from './StagedPanel';

const Body = lazyPart(() => import('./slow/SlowMotionBody'));

/** One training step in slow motion. */
export function SlowMotion() {
  const { words } = useFigure();
  return <StagedPanel what="slow" title={words.slowMotion.title} Body={Body} />;
}
