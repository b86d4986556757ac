import { Choice } from './Choice';
import { useLab } from './context';
import { Loading } from './files/Loading';
import { OpenFiles } from './files/OpenFiles';
import { OrientationChoice } from './files/OrientationChoice';

/** Which images are trained on, and the reader's own. */
export function DataSource() {
  const hasFile = useLab((state) => state.settings.data === 'file');
  return (
    <div className="data-source">
      <Choice of="data" hideLabel omit={(choice) => choice === 'file' && !hasFile} />
      <OpenFiles />
      <Loading />
      <OrientationChoice />
    </div>
  );
}
