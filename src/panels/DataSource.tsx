import { Choice } from './Choice';
import { useFigure, useLab } from './context';
import { Loading } from './files/Loading';
import { OpenFiles } from './files/OpenFiles';
import { OrientationChoice } from './files/OrientationChoice';

/** Which images are trained on, and the reader's own. */
export function DataSource() {
  const { settings, choices } = useFigure().words;
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
      <OpenFiles />
      <Loading />
      <OrientationChoice />
    </div>
  );
}
