import { useStore } from 'zustand';
import type { Inspection } from '../../state/inspection';
import { previewWords } from '../../text/preview';
import type { DataFailure } from '../../worker/libraryProtocol';
import { useFigure } from '../context';
import { tellOfImages } from './openInLab';
import { PreviewChoices } from './PreviewChoices';
import { PreviewFacts } from './PreviewFacts';
import { PreviewImages } from './PreviewImages';
import { PreviewPictures } from './PreviewPictures';
import { ProgressBar } from './ProgressBar';
import './preview.css';
import { useProblemSentence } from './problemSentence';

interface PreviewFormProps {
  readonly inspection: Inspection;
  /** Puts the dialog away that it is in. */
  close(): void;
}

/** What files hold, the choices about it, and whether to train on it. */
export function PreviewForm({ inspection, close }: PreviewFormProps) {
  const { lab, language } = useFigure();
  const { preview, failure, busy, progress } = useStore(inspection.store);
  const says = previewWords[language];
  const train = (): void => {
    const { failure: before } = lab.store.getState();
    inspection.train(close).catch((error: Error) => tellOfImages(lab, error, before));
  };
  return (
    <div className="preview" aria-busy={busy}>
      {preview !== null && (
        <>
          <PreviewImages preview={preview} />
          <div className="preview-said">
            <PreviewFacts preview={preview} />
            <PreviewChoices inspection={inspection} preview={preview} />
          </div>
        </>
      )}
      <PreviewPictures inspection={inspection} close={close} />
      {failure !== null && <Problem error={failure} />}
      {progress !== null && (
        <div className="loading-bar">
          <ProgressBar {...progress} />
        </div>
      )}
      <footer className="preview-foot">
        <p className="fine" role="status">
          {busy && progress === null ? says.preparing : ''}
        </p>
        <button type="button" className="button" onClick={close}>
          {says.cancel}
        </button>
        <button
          type="button"
          className="button button-strong"
          disabled={busy || preview === null || failure !== null}
          onClick={train}
        >
          {says.train}
        </button>
      </footer>
    </div>
  );
}

/** Why the choices of the moment give no images; those shown are of the choices before. */
function Problem({ error }: { error: Error }) {
  const { language } = useFigure();
  const { problem = null } = error as Partial<DataFailure>;
  const said = useProblemSentence(problem, error.message, language);
  return (
    <p className="preview-problem" role="alert">
      {said}
    </p>
  );
}
