import { useStore } from 'zustand';
import type { Inspection } from '../../state/inspection';
import { previewWords } from '../../text/preview';
import { useFigure } from '../context';
import { Dialog } from '../Dialog';
import { inspected, putAway } from './inspected';
import { PreviewForm } from './PreviewForm';

/** The dialog about the files that the reader has opened in this figure; nothing while there are none. */
export default function PreviewDialog() {
  const { lab } = useFigure();
  const files = useStore(inspected);
  return files === null || files.lab !== lab ? null : <Inspected inspection={files.inspection} />;
}

/** What cannot be read at all is told without a dialog: it opens when there is something to show, or to wait for. */
function Inspected({ inspection }: { inspection: Inspection }) {
  const { id, language } = useFigure();
  const shows = useStore(inspection.store, ({ preview, progress }) => preview !== null || progress !== null);
  if (!shows) return null;
  return (
    <Dialog language={language} title={previewWords[language].title} takesFor={id} onClosed={() => putAway(inspection)}>
      {(close) => <PreviewForm inspection={inspection} close={close} />}
    </Dialog>
  );
}
