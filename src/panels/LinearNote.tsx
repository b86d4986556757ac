import { measureWords } from '../text/measures';
import { useFigure, useLab } from './context';
import { short } from './numbers';
import { useLive } from './useLive';

/** Of a model without hidden layers: how near it is to the principal components of its images. */
export function LinearNote() {
  const isLinear = useLab(
    ({ run, settings }) =>
      run !== null && run.engine !== 'layers' && settings.hidden.length === 0 && settings.likelihood !== 'bernoulli',
  );
  return isLinear && <Comparison />;
}

/** Squared error below which there is rounding alone. */
const LEAST = 1e-9;

function Comparison() {
  const { language, words } = useFigure();
  const said = measureWords[language];
  const { answer: compared } = useLive('pca');
  if (compared === null) return null;
  const { modelError, pcaError, heldOut, angle, converged } = compared;
  // Images that all lie in the plane of the components leave nothing to compare with.
  if (pcaError <= LEAST) return null;
  const more = 100 * (modelError / pcaError - 1);
  return (
    <p className="fine linear-note">
      {[
        said.linear(short(modelError), short(pcaError), `${short(more)} %`, `${short((180 / Math.PI) * angle)}°`),
        ...(heldOut === null ? [] : [said.linearHeldOut(short(heldOut.modelError), short(heldOut.pcaError))]),
        ...(converged ? [] : [said.unsettled]),
      ].join(words.space)}
    </p>
  );
}
