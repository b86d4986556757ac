import { Code } from 'lucide-react';
import { useState } from 'react';
import { lateWords } from '../../text/late';
import { useFigure } from '../context';
import { Dialog } from '../Dialog';
import { lazyPart } from '../lazyPart';
import './share.css';

const EmbedForm = lazyPart(() => import('./EmbedForm'));

/** Gives the code that puts the figure into a post. */
export function EmbedButton() {
  const { language } = useFigure();
  const [open, setOpen] = useState(false);
  const { share, dialog } = lateWords[language];
  const { embed } = share;
  return (
    <>
      <button type="button" className="button share" title={embed} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <Code aria-hidden="true" />
        <span>{embed}</span>
      </button>
      {open && (
        <Dialog language={language} title={dialog.embed} onClosed={() => setOpen(false)}>
          {() => <EmbedForm height="640px" />}
        </Dialog>
      )}
    </>
  );
}
