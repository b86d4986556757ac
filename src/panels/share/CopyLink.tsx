import { Link2 } from 'lucide-react';
import { useRef } from 'react';
import { lateWords } from '../../text/late';
import { useFigure } from '../context';
import './share.css';
import { useCopy } from './useCopy';

/** Copies the address; where the clipboard is refused, gives it in a field to be copied from. */
export function CopyLink() {
  const { language, site } = useFigure();
  const { copied, copy, forget } = useCopy();
  const { share } = lateWords[language];
  const button = useRef<HTMLButtonElement>(null);
  const give = (): void => {
    void copy(site.link());
    if (site.labs.all.some(({ lab }) => lab.settings.data === 'file'))
      site.page.notices.notify({ kind: 'said', says: ({ code }) => lateWords[code].share.withoutImages });
  };
  return (
    <>
      {copied === 'refused' && (
        <label className="share-link">
          {share.notCopied}
          <input
            readOnly
            value={site.link()}
            ref={selectAll}
            onBlur={forget}
            onKeyDown={(event) => {
              if (event.key === 'Escape') button.current!.focus();
            }}
          />
        </label>
      )}
      <button type="button" className="button share" title={share.copy} ref={button} onClick={give}>
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
