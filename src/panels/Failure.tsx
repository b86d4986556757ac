import { useEffect, useState } from 'react';
import { isOutdated } from '../state/freshness';
import type { Words } from '../text';
import './Failure.css';

interface FailureProps {
  readonly says: string;
  readonly words: Pick<Words, 'failure'>;
  retry(): void;
}

/**
 * Says what did not come, and why as far as it is known, and offers another try. Where a newer version of the page has
 * taken the place of this one, another try cannot help: then it offers to reload.
 */
export function Failure({ says, words: { failure }, retry }: FailureProps) {
  const [outdated, setOutdated] = useState(false);
  useEffect(() => {
    let current = true;
    void isOutdated().then((is) => {
      if (current) setOutdated(is);
    });
    return () => {
      current = false;
    };
  }, [says]);
  return (
    <div className="failure" role="alert">
      <p>
        {says} {outdated && failure.outdated}
      </p>
      {outdated ? (
        <button type="button" className="button button-strong" onClick={() => location.reload()}>
          {failure.reload}
        </button>
      ) : (
        <button type="button" className="button button-strong" onClick={retry}>
          {failure.retry}
        </button>
      )}
    </div>
  );
}
