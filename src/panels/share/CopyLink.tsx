import { Link2 } from 'lucide-react';
import { lateWords } from '../../text/late';
import { useFigure } from '../context';
import './share.css';
import { useCopy } from './useCopy';

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
