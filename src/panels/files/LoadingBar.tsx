import { X } from 'lucide-react';
import { filePanelWords } from '../../text/files.panels';
import { useFigure, useLab } from '../context';
import { ProgressBar } from './ProgressBar';

/** How far the reading of a file has come, and a button to cancel it. */
export default function LoadingBar() {
  const { lab, language } = useFigure();
  const loading = useLab((state) => state.loading);
  if (loading === null) return null;
  return (
    <div className="loading-bar">
      <ProgressBar done={loading.done} total={loading.total} />
      <button type="button" className="button loading-cancel" onClick={() => lab.cancelLoading()}>
        <X aria-hidden="true" /> {filePanelWords[language].cancel}
      </button>
    </div>
  );
}
