import { useLab } from '../context';
import { latePart } from '../lazyPart';
import './files.css';

const Orientation = latePart('orientation');

/** The choice of orientation for images from a file; nothing for the data sets of the site. */
export function OrientationChoice() {
  const fromFile = useLab(({ settings, dataset }) => settings.data === 'file' && dataset !== null);
  return fromFile ? <Orientation height="160px" /> : null;
}
