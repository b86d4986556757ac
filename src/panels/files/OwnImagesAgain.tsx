import { filePanelWords } from '../../text/files.panels';
import { useFigure, useLab } from '../context';
import { inspectAgain } from './openInLab';

/** The button that shows the reader's own images, and the choices about them, again. */
export default function OwnImagesAgain() {
  const { lab, site, language } = useFigure();
  // What came by an address was opened by a script.
  const fromFiles = useLab(({ ownImages }) => ownImages?.kind === 'files');
  if (!fromFiles) return null;
  return (
    <button type="button" className="button own-images" onClick={() => void inspectAgain({ lab, site })}>
      {filePanelWords[language].again}
    </button>
  );
}
