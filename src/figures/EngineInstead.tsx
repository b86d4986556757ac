import { useState } from 'react';
import { useFigure, useLab } from '../panels/context';
import { Failure } from '../panels/Failure';
import { insteadOf } from '../panels/insteadOf';
import { retryEngine } from '../state/retryEngine';
import type { EngineFailure } from '../worker/protocol';

/** Whether it is told by the same sentence: after every sleep the same reason comes anew. */
const isSame = (one: EngineFailure, other: EngineFailure | null): boolean =>
  one.engine === other?.engine && one.cause === other.cause && one.message === other.message;

/**
 * Says that one engine trains in the place of another, and why, where the reader has asked for the other or a file of it
 * did not come. The run goes on meanwhile, and through another try.
 */
export function EngineInstead() {
  const { lab, words } = useFigure();
  const run = useLab((state) => state.run);
  const asked = useLab((state) => state.settings.engine);
  const [dismissed, setDismissed] = useState<EngineFailure | null>(null);
  const [trying, setTrying] = useState(false);
  const other = run?.engineReason.other ?? null;
  if (run === null || other === null || isSame(other, dismissed)) return null;
  if (other.engine !== asked && other.cause !== 'missing') return null;
  const retry = (): void => {
    setTrying(true);
    void retryEngine(lab).finally(() => setTrying(false));
  };
  // What the browser lacks, or the site forbids, is the same the next time.
  const canHelp = other.cause === 'missing' || other.cause === 'failed';
  return (
    <Failure
      says={insteadOf(other, run, words)}
      words={words}
      retry={canHelp ? retry : null}
      ofWorker
      busy={trying}
      dismiss={() => setDismissed(other)}
    />
  );
}
