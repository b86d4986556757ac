import { filePanelWords } from '../../text/files.panels';
import { useFigure } from '../context';

interface OpenFormProps {
  /** Puts the dialog away that it is in. */
  close(): void;
  chooseFiles(): void;
  chooseFolder(): void;
}

/** The ways in which images of the reader's own get into the page. */
export function OpenForm({ close, chooseFiles, chooseFolder }: OpenFormProps) {
  // The focus is to be back where it was when the next dialog opens.
  const after = (work: () => void) => (): void => {
    close();
    work();
  };
  const says = filePanelWords[useFigure().language];
  return (
    <div className="open-form">
      <p>{says.formats}</p>
      <div>
        <button type="button" className="button button-strong" onClick={after(chooseFiles)}>
          {says.chooseFiles}
        </button>
        <button type="button" className="button open-folder" onClick={after(chooseFolder)}>
          {says.chooseFolder}
        </button>
      </div>
      <p className="fine">{says.otherWays}</p>
    </div>
  );
}
