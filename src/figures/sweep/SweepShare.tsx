import { Download } from 'lucide-react';
import { type RefObject, useMemo, useState } from 'react';
import { Dialog } from '../../panels/Dialog';
import { lazyPart } from '../../panels/lazyPart';
import { CopyLink } from '../../panels/share/CopyLink';
import { EmbedButton } from '../../panels/share/EmbedButton';
import type { Sweep } from '../../state/sweep';
import { lateWords } from '../../text/late';
import { usePage } from '../context';
import { OfLab } from '../LabView';
import { useBase } from './useBase';

const SweepTakeForm = lazyPart(() => import('./SweepTakeForm'));

interface SweepShareProps {
  /** Of the figure. */
  readonly id: string;
  /** null before there is one: then nothing can be saved. */
  readonly sweep: Sweep | null;
  /** The figure's own element. */
  readonly root: RefObject<Element | null>;
}

/** What leaves the page of a sweep: a link to it, the figure for somebody else's page, and files. */
export function SweepShare({ id, sweep, root }: SweepShareProps) {
  const { base } = useBase();
  const entry = useMemo(() => ({ ...base, id }), [base, id]);
  return (
    <OfLab entry={entry}>
      <div className="share-buttons">
        <CopyLink />
        <EmbedButton />
        {sweep !== null && <Save sweep={sweep} root={root} />}
      </div>
    </OfLab>
  );
}

function Save({ sweep, root }: { readonly sweep: Sweep } & Pick<SweepShareProps, 'root'>) {
  const { language } = usePage();
  const [open, setOpen] = useState(false);
  const { share, dialog } = lateWords[language];
  return (
    <>
      <button
        type="button"
        className="button share"
        title={share.save}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <Download aria-hidden="true" />
        <span>{share.save}</span>
      </button>
      {open && (
        <Dialog language={language} title={dialog.take} onClosed={() => setOpen(false)}>
          {() => <SweepTakeForm height="320px" sweep={sweep} root={root.current!} />}
        </Dialog>
      )}
    </>
  );
}
