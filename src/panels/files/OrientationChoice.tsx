import { filesMissing } from '../../text/files';
import { useFigure, useLab } from '../context';
import './files.css';
import { useLater } from './useLater';

const loadOrientation = () => import('./Orientation');

/** The choice of orientation for images from a file; nothing for the data sets of the site. */
export function OrientationChoice() {
  const { language } = useFigure();
  const dataset = useLab((state) => (state.settings.data === 'file' ? state.dataset : null));
  const { part, failed, again } = useLater(loadOrientation, dataset !== null);
  if (dataset === null) return null;
  if (failed) {
    const { sentence, again: label } = filesMissing[language];
    return (
      <p className="files-missing">
        {sentence}{' '}
        <button type="button" className="button" onClick={again}>
          {label}
        </button>
      </p>
    );
  }
  return part === null ? null : <part.Orientation dataset={dataset} />;
}
