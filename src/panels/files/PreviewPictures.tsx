import { useStore } from 'zustand';
import type { Inspection } from '../../state/inspection';
import { previewWords } from '../../text/preview';
import { useFigure } from '../context';
import { pictureFault } from '../draw/pictureFault';
import { isPicture } from './kinds';

interface PreviewPicturesProps {
  readonly inspection: Inspection;
  close(): void;
}

/** Of pictures: that more can join them; of one alone, that it can be put on the pad instead. */
export function PreviewPictures({ inspection, close }: PreviewPicturesProps) {
  const { lab, language } = useFigure();
  const files = useStore(inspection.store, (state) => state.files);
  const says = previewWords[language];
  if (!files.every(isPicture)) return null;
  const toPad = (file: File): void => {
    close();
    lab.pad
      .draw(file)
      .catch((error: Error) => lab.notices.notify({ kind: 'said', says: ({ code }) => pictureFault(error, code) }));
  };
  return (
    <div className="preview-pictures">
      <p className="fine">{files.length === 1 ? says.onePicture : says.morePictures}</p>
      {files.length === 1 && (
        <button type="button" className="button" onClick={() => toPad(files[0]!)}>
          {says.toPad}
        </button>
      )}
    </div>
  );
}
