import { Choice } from './Choice';
import { useFigure, useHidden, useLab } from './context';
import { Loading } from './files/Loading';
import { OrientationChoice } from './files/OrientationChoice';
import { latePart } from './lazyPart';

const OpenFiles = latePart('openFiles', { from: 'drawn' });

/** Which images are trained on, and the reader's own. */
export function DataSource() {
  const { lab, words } = useFigure();
  const { settings, choices } = words;
  const hidden = useHidden('file');
  // With the first of the reader's own the setting becomes theirs; they stay when other data are chosen.
  useLab((state) => state.settings.data);
  return (
    <div className="data-source">
      <Choice
        of="data"
        name={settings.data}
        names={choices.data}
        hideLabel
        omit={(choice) => choice === 'file' && lab.ownImages === null}
      />
      {!hidden && <OpenFiles place="button button-icon open-files" />}
      <Loading />
      <OrientationChoice />
    </div>
  );
}
