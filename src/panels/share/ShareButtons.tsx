import { Code, Link2 } from 'lucide-react';
import { useState } from 'react';
import { lateWords } from '../../text/late';
import { useFigure } from '../context';
import { Dialog } from '../Dialog';
import { lazyPart } from '../lazyPart';
import { SaveButton } from '../take/SaveButton';
import './share.css';
import { useCopy } from './useCopy';

const EmbedForm = lazyPart(() => import('./EmbedForm'));

/** What leaves the page: a link to what is shown, a figure for somebody else's page, and files. */
export default function ShareButtons() {
  const { peers } = useFigure();
  return (
    <div className="share-buttons">
      <CopyLink />
      <Embed />
      {/* Of labs that are compared each has its own. */}
      {peers.length === 0 && <SaveButton />}
    </div>
  );
}

/** Copies the address; where the clipboard is refused, gives it in a field to be copied from. */
export function CopyLink() {
  const { language, site } = useFigure();
  const { copied, copy, forget } = useCopy();
  const { share } = lateWords[language];
  return (
    <>
      {copied === 'refused' && (
        <input
          className="share-link"
          readOnly
          aria-label={share.notCopied}
          title={share.notCopied}
          value={site.link()}
          ref={selectAll}
          onBlur={forget}
        />
      )}
      <button type="button" className="button share" title={share.copy} onClick={() => void copy(site.link())}>
        <Link2 aria-hidden="true" />
        <span aria-live="polite" data-said={copied === 'copied' ? true : undefined}>
          {copied === 'copied' ? share.copied : share.copy}
        </span>
      </button>
    </>
  );
}

const selectAll = (field: HTMLInputElement | null): void => {
  field?.focus();
  field?.select();
};

/** Gives the code that puts the figure into a post. */
export function Embed() {
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
