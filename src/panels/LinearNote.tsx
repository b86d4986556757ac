import { measureWords } from '../text/measures';
import { useFigure, useLab } from './context';
import { short } from './numbers';
import { useLive } from './useLive';

/** Of a model without hidden layers: how near it is to the principal components of its images. */
export function LinearNote() {
  const isLinear = useLab(
    ({ run, settings }) => run !== null && run.engine !== 'layers' && settings.hidden.length === 0,
  );
  return isLinear && <Comparison />;
}

function Comparison() {
  const said = measureWords[useFigure().language];
  const { answer: compared } = useLive('pca');
  if (compared === null) return null;
  const { modelError, pcaError, angle } = compared;
  const more = 100 * (modelError / pcaError - 1);
  return (
    <p className="fine linear-note">
      {said.linear(short(modelError), short(pcaError), `${short(more)} %`, `${short((180 / Math.PI) * angle)}°`)}
    </p>
  );
}
