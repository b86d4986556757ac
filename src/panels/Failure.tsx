import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { isFailureHeld } from '../platform/importer';
import { isOutdated } from '../state/freshness';
import type { Words } from '../text';
import './Failure.css';
import { IconButton } from './IconButton';
import { pressable } from './pressable';

interface FailureProps {
  readonly says: string;
  readonly words: Pick<Words, 'failure' | 'notices' | 'space'>;
  /** null where another try cannot help. */
  readonly retry: (() => void) | null;
  /** Whether it is a worker's, which has scripts of its own. */
  readonly ofWorker?: boolean;
  /** Another try is under way. */
  readonly busy?: boolean;
  /** Takes the sentence away, where the page does without what failed. */
  readonly dismiss?: () => void;
}

/**
 * Says what did not come, and why as far as it is known, and offers another try. Where a newer version of the page has
 * taken the place of this one, or the browser does not ask for a script again, that cannot help: then it offers to reload.
 */
export function Failure({ says, words: { failure, notices, space }, retry, ofWorker, busy, dismiss }: FailureProps) {
  /** null until it is known. */
  const [outdated, setOutdated] = useState<boolean | null>(null);
  const canRetry = retry !== null;
  useEffect(() => {
    if (canRetry) void isOutdated().then(setOutdated);
  }, [says, canRetry]);
  const isHeld = outdated === false && isFailureHeld() && !ofWorker;
  return (
    <div className="failure" role="alert">
      <p>
        {says}
        {outdated && space + failure.outdated}
      </p>
      {outdated || isHeld ? (
        <button type="button" className="button button-strong" onClick={() => location.reload()}>
          {failure.reload}
        </button>
      ) : (
        canRetry && (
          <button type="button" className="button button-strong" {...pressable(!busy, retry)}>
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
