import { Download } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { lateWords } from '../../text/late';
import { useFigure } from '../context';
import { Dialog } from '../Dialog';
import { lazyPart } from '../lazyPart';
import { TakeContext, type TakeStage } from './context';

const TakeForm = lazyPart(() => import('./TakeForm'));
const RecordingBar = lazyPart(() => import('./RecordingBar'));

/** What can be taken along: a dialog, and a bar in its place while a film is recorded. */
export function SaveButton() {
  const { language } = useFigure();
  const { share, dialog } = lateWords[language];
  const [stage, setStage] = useState<TakeStage>('button');
  const button = useRef<HTMLButtonElement>(null);
  const taking = useMemo(() => ({ show: setStage, from: button }), []);
  const { save } = share;
  return (
    <TakeContext value={taking}>
      <button
        type="button"
        className="button share"
        title={save}
        aria-haspopup="dialog"
        ref={button}
        onClick={() => setStage('dialog')}
      >
        <Download aria-hidden="true" />
        <span>{save}</span>
      </button>
      {stage === 'dialog' && (
        <Dialog
          language={language}
          title={dialog.take}
          onClosed={() => setStage((now) => (now === 'dialog' ? 'button' : now))}
        >
          {() => <TakeForm height="480px" />}
        </Dialog>
      )}
      {stage === 'recording' && <RecordingBar height="36px" />}
    </TakeContext>
  );
}
