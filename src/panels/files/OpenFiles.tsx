import { FolderOpen } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { lateWords } from '../../text/late';
import { useFigure } from '../context';
import { Dialog } from '../Dialog';
import { filesOfFolder } from './entries';
import './files.css';
import { inspected } from './inspected';
import { OpenForm } from './OpenForm';
import { openInLab } from './openInLab';

/** The button that opens the reader's own images, and the dialog that says how. */
export default function OpenFiles() {
  const { id, lab, site, language } = useFigure();
  const input = useRef<HTMLInputElement>(null);
  const [asking, setAsking] = useState(false);
  const isInspected = useStore(inspected, (files) => files !== null);
  const { openFile } = lateWords[language].controls;
  const open = (files: readonly File[]): void => {
    if (files.length > 0) void openInLab({ lab, site }, files);
  };
  // Files may have come in another way meanwhile.
  useEffect(() => {
    if (isInspected) setAsking(false);
  }, [isInspected]);
  return (
    <>
      <button
        type="button"
        className="button button-icon open-files"
        aria-label={openFile}
        title={openFile}
        aria-haspopup="dialog"
        onClick={() => setAsking(true)}
      >
        <FolderOpen aria-hidden="true" />
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          // So that the same file can be picked again after it was mended.
          event.target.value = '';
          open(files);
        }}
      />
      {asking && !isInspected && (
        <Dialog language={language} title={openFile} takesFor={id} onClosed={() => setAsking(false)}>
          {(close) => (
            <OpenForm close={close} chooseFiles={() => input.current!.click()} chooseFolder={() => pickFolder(open)} />
          )}
        </Dialog>
      )}
    </>
  );
}

/** Has the reader pick a folder, and hands over all files in it. */
function pickFolder(take: (files: readonly File[]) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.webkitdirectory = true;
  input.addEventListener('change', () => take(filesOfFolder(input.files ?? [])));
  input.click();
}
