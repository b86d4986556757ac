import { useFigure, useLab } from '../../panels/context';
import { Setting } from '../../panels/Setting';
import { OWN } from '../../state/comparison';

/** Posterior, likelihood and regulariser of one of two models. */
export default function OwnSettings() {
  const { hidden } = useFigure();
  const likelihood = useLab((state) => state.settings.likelihood);
  const shown = OWN.filter((key) => {
    if (key === 'beta' || key === 'noiseScale' || hidden.has(key)) return false;
    return key !== 'sigmaX' || likelihood === 'gaussian';
  });
  return (
    <div className="own-fields">
      {shown.map((key) => (
        <Setting key={key} of={key} />
      ))}
    </div>
  );
}
