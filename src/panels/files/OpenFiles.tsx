import { FileUp, FolderOpen } from 'lucide-react';
import { useRef } from 'react';
import { lateWords } from '../../text/late';
import { useFigure } from '../context';
import { filesOfFolder } from './entries';
import './files.css';
import { openInLab } from './openInLab';

/** The buttons that open the reader's own images. */
export default function OpenFiles() {
  const { lab, site, language } = useFigure();
  const input = useRef<HTMLInputElement>(null);
  const { openFile, openFileHint, openFolder } = lateWords[language].controls;
  const says = `${openFile}. ${openFileHint}`;
  const open = (files: readonly File[]): void => {
    if (files.length > 0) void openInLab({ lab, site }, files);
  };
  return (
    <>
      <button
        type="button"
        className="button button-icon open-files"
        aria-label={says}
        title={says}
        onClick={() => input.current!.click()}
      >
        <FileUp aria-hidden="true" />
      </button>
      <button
        type="button"
        className="button button-icon open-folder"
        aria-label={openFolder}
        title={openFolder}
        onClick={() => pickFolder(open)}
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
