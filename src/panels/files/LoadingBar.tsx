import { X } from 'lucide-react';
import type { Language } from '../../text';
import { filePanelWords } from '../../text/files.panels';
import type { Progress } from '../../worker/libraryProtocol';
import { megabytes, progressOf } from './progressOf';

interface LoadingBarProps extends Progress {
  readonly language: Language;
  onCancel(): void;
}

/** How far the reading of a file has come, in a bar and in megabytes, and a button to cancel it. */
export function LoadingBar({ done, total, language, onCancel }: LoadingBarProps) {
  const words = filePanelWords[language];
  const far = total > 0 ? words.ofAll(megabytes(done), megabytes(total)) : words.soFar(megabytes(done));
  return (
    <div className="loading-bar">
      <progress aria-label={words.reading} aria-valuetext={far} {...progressOf({ done, total })} />
      <span className="loading-far">{far}</span>
      <button type="button" className="button loading-cancel" onClick={onCancel}>
        <X aria-hidden="true" /> {words.cancel}
      </button>
    </div>
  );
}
