import { X } from 'lucide-react';
import { filePanelWords } from '../../text/files.panels';
import { useFigure, useLab } from '../context';

/** How far the reading of a file has come, in a bar and in megabytes, and a button to cancel it. */
export default function LoadingBar() {
  const { lab, language } = useFigure();
  const loading = useLab((state) => state.loading);
  if (loading === null) return null;
  const { done, total } = loading;
  const words = filePanelWords[language];
  const far = total > 0 ? words.ofAll(megabytes(done), megabytes(total)) : words.soFar(megabytes(done));
  return (
    <div className="loading-bar">
      {/* Without a value it shows that something goes on, as far as it goes. */}
      <progress
        aria-label={words.reading}
        aria-valuetext={far}
        {...(total > 0 ? { value: Math.min(done, total), max: total } : {})}
      />
      <span>{far}</span>
      <button type="button" className="button loading-cancel" onClick={() => lab.cancelLoading()}>
        <X aria-hidden="true" /> {words.cancel}
      </button>
    </div>
  );
}

/** Megabytes (10⁶ bytes) as text. */
function megabytes(bytes: number): string {
  return Math.round(bytes / 1e6).toLocaleString('en');
}
