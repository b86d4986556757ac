import { Choice } from './Choice';
import { useFigure, useHidden, useLab } from './context';
import { Loading } from './files/Loading';
import { OrientationChoice } from './files/OrientationChoice';
import { latePart } from './lazyPart';

const OpenFiles = latePart('openFiles', { from: 'drawn' });

/** Which images are trained on, and the reader's own. */
export function DataSource() {
  const { settings, choices } = useFigure().words;
  const hidden = useHidden('file');
  const hasFile = useLab((state) => state.settings.data === 'file');
  return (
    <div className="data-source">
      <Choice
        of="data"
        name={settings.data}
        names={choices.data}
        hideLabel
        omit={(choice) => choice === 'file' && !hasFile}
      />
      {!hidden && <OpenFiles place="button button-icon open-files" />}
      <Loading />
      <OrientationChoice />
    </div>
  );
}
