import { useLab } from '../context';
import { latePart } from '../lazyPart';
import './files.css';

const OwnImagesAgain = latePart('ownImagesAgain');

/** The way back to the choices about images from files; nothing for the data sets of the site. */
export function OwnImages() {
  const fromFile = useLab(({ settings, dataset }) => settings.data === 'file' && dataset !== null);
  return fromFile ? <OwnImagesAgain height="36px" /> : null;
}
