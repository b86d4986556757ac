import { reparameteriseWords } from '../../text/reparameterise';
import { useFigure } from '../context';
import { lazyPart } from '../lazyPart';
import { StagedPanel } from '../StagedPanel';

const Body = lazyPart(() => import('./ReparameteriseBody'));

export default function ReparameterisePanel() {
  return <StagedPanel what="noise" title={reparameteriseWords[useFigure().language].title} Body={Body} />;
}
