import { KEYS, type Key, SPECS } from '../state/settings';
import type { Group } from '../state/specs';
import { useFigure, useLab } from './context';
import { arithmeticSentence, engineReason } from './engineWords';
import { IN_VIEW } from './inView';
import { count } from './numbers';
import { Setting } from './Setting';

const GROUPS: readonly Group[] = ['data', 'model', 'objective', 'training'];

/** Every setting that has no place of its own, by group. */
export default function MoreSettingsBody() {
  const { words, hidden } = useFigure();
  const run = useLab((state) => state.run);
  const likelihood = useLab((state) => state.settings.likelihood);
  const latent = useLab((state) => state.settings.latent);
  const linear = useLab((state) => state.settings.hidden.length === 0);
  const shown = (key: Key): boolean => {
    if (hidden.has(key)) return false;
    if (key === 'sigmaX') return likelihood === 'gaussian';
    if (key === 'activation') return !linear;
    if (key === 'axisX' || key === 'axisY') return latent > 2;
    return !IN_VIEW.has(key);
  };
  return (
    <div className="more-groups">
      {GROUPS.map((group) => ({ group, keys: KEYS.filter((key) => SPECS[key].group === group && shown(key)) }))
        .filter(({ keys }) => keys.length > 0)
        .map(({ group, keys }) => (
          <fieldset key={group}>
            <legend>{words.controls.groups[group]}</legend>
            {keys.map((key) => (
              <Setting key={key} of={key} />
            ))}
          </fieldset>
        ))}
      {run !== null && (
        <p className="fine more-run">
          {[
            words.engine.parameters(count(run.parameterCount)),
            engineReason(run, words),
            arithmeticSentence(run, words),
          ].join(words.space)}
        </p>
      )}
    </div>
  );
}
