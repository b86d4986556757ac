import { useFigure } from './context';
import { lazyPart } from './lazyPart';
import { StagedPanel } from './StagedPanel';

const Body = lazyPart(() => import('./reparameterise/ReparameteriseBody'));

/** A code of one image, sampled with noise that the reader holds. */
export function Reparameterise() {
  const { words } = useFigure();
  return <StagedPanel what="noise" title={words.reparameterise.title} Body={Body} />;
}
