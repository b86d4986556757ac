import { FolderOpen } from 'lucide-react';
import { useRef } from 'react';
import { lateWords } from '../../text/late';
import { useFigure } from '../context';
import './files.css';
import { openInLab } from './openInLab';

/** The button that opens the reader's own images. */
export default function OpenFiles() {
  const { lab, language } = useFigure();
  const input = useRef<HTMLInputElement>(null);
  const { openFile, openFileHint } = lateWords[language].controls;
  const says = `${openFile}. ${openFileHint}`;
  return (
    <>
      <button
        type="button"
        className="button button-icon open-files"
        aria-label={says}
        title={says}
        onClick={() => input.current!.click()}
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
          if (files.length > 0) void openInLab(lab, files);
        }}
      />
    </>
  );
}
