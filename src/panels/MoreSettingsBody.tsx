import { KEYS, SPECS } from '../state/settings';
import type { Group } from '../state/specs';
import { settingWords } from '../text/settings';
import { useFigure, useLab } from './context';
import { engineReason } from './engineReason';
import { type FoldedKey, isFolded } from './folded';
import { count } from './numbers';
import { Setting } from './Setting';

const GROUPS = ['data', 'model', 'objective', 'training'] as const satisfies readonly Group[];
const FOLDED = KEYS.filter(isFolded);

/** Every setting that has no place of its own, by group. */
export default function MoreSettingsBody() {
  const { words, language, hidden } = useFigure();
  const says = settingWords[language];
  const run = useLab((state) => state.run);
  const likelihood = useLab((state) => state.settings.likelihood);
  const latent = useLab((state) => state.settings.latent);
  const linear = useLab((state) => state.settings.hidden.length === 0);
  const shown = (key: FoldedKey): boolean => {
    if (hidden.has(key)) return false;
    if (key === 'sigmaX') return likelihood === 'gaussian';
    if (key === 'activation') return !linear;
    return (key !== 'axisX' && key !== 'axisY') || latent > 2;
  };
  return (
    <div className="more-groups">
      {GROUPS.map((group) => ({ group, keys: FOLDED.filter((key) => SPECS[key].group === group && shown(key)) }))
        .filter(({ keys }) => keys.length > 0)
        .map(({ group, keys }) => (
          <fieldset key={group}>
            <legend>{says.groups[group]}</legend>
            {keys.map((key) => (
              <Setting key={key} of={key} />
            ))}
          </fieldset>
        ))}
      {run !== null && (
        <p className="fine more-run">
          {says.parameters(count(run.parameterCount)) + words.space + engineReason(run, words)}
        </p>
      )}
    </div>
  );
}
