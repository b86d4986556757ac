import { useFigure, useLab } from '../../panels/context';
import { Setting } from '../../panels/Setting';
import { OWN_FOLDED } from '../../state/comparedKeys';

/** Posterior, likelihood and regulariser of one of two models. */
export default function OwnSettings() {
  const { hidden } = useFigure();
  const likelihood = useLab((state) => state.settings.likelihood);
  const shown = OWN_FOLDED.filter((key) => !hidden.has(key) && (key !== 'sigmaX' || likelihood === 'gaussian'));
  return (
    <div className="own-fields">
      {shown.map((key) => (
        <Setting key={key} of={key} />
      ))}
    </div>
  );
}
