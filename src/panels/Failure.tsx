import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { isOutdated } from '../state/freshness';
import type { Words } from '../text';
import './Failure.css';
import { IconButton } from './IconButton';

interface FailureProps {
  readonly says: string;
  readonly words: Pick<Words, 'failure' | 'notices' | 'space'>;
  /** null where another try cannot help. */
  readonly retry: (() => void) | null;
  /** Another try is under way. */
  readonly busy?: boolean;
  /** Takes the sentence away, where the page does without what failed. */
  readonly dismiss?: () => void;
}

/**
 * Says what did not come, and why as far as it is known, and offers another try. Where a newer version of the page has
 * taken the place of this one, another try cannot help: then it offers to reload.
 */
export function Failure({ says, words: { failure, notices, space }, retry, busy, dismiss }: FailureProps) {
  const [outdated, setOutdated] = useState(false);
  const canRetry = retry !== null;
  useEffect(() => {
    if (!canRetry) return;
    let current = true;
    void isOutdated().then((is) => {
      if (current) setOutdated(is);
    });
    return () => {
      current = false;
    };
  }, [says, canRetry]);
  return (
    <div className="failure" role="alert">
      <p>
        {says}
        {outdated && space + failure.outdated}
      </p>
      {outdated ? (
        <button type="button" className="button button-strong" onClick={() => location.reload()}>
          {failure.reload}
        </button>
      ) : (
        canRetry && (
          <button type="button" className="button button-strong" disabled={busy} onClick={retry}>
            {failure.retry}
          </button>
        )
      )}
      {dismiss && (
        <IconButton name={notices.dismiss} onClick={dismiss}>
          <X aria-hidden="true" />
        </IconButton>
      )}
    </div>
  );
}
