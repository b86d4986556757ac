import { slowWords } from '../../text/slowMotion';
import { useFigure } from '../context';
import { lazyPart } from '../lazyPart';
import { StagedPanel } from '../StagedPanel';

const Body = lazyPart(() => import('./SlowMotionBody'));

export default function SlowMotionPanel() {
  return <StagedPanel what="slow" title={slowWords[useFigure().language].title} Body={Body} />;
}
