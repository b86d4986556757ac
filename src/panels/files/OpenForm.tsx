import type { MouseEvent } from 'react';
import { filePanelWords } from '../../text/files.panels';
import { useFigure } from '../context';

interface OpenFormProps {
  chooseFiles(): void;
  chooseFolder(): void;
}

/** Puts the dialog away, so that the focus is back where it was when the next one opens. */
const after = (work: () => void) => (event: MouseEvent<HTMLElement>) => {
  event.currentTarget.closest('dialog')!.close();
  work();
};

/** The ways in which images of the reader's own get into the page. */
export function OpenForm({ chooseFiles, chooseFolder }: OpenFormProps) {
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
