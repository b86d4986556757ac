import { useEffect, useRef } from 'react';
import type { Frame } from '../worker/protocol';
import { useFigure, useLab } from './context';

/** Ms between two questions while training runs: each takes the worker some tens of ms. */
const PACE = 1000;

/**
 * Asks of the present model: at once, then every so often while it trains and whenever it rests. One question is under
 * way at most; what fails is asked again with the next moment.
 * @param wanted whether to ask at all
 * @param take gets every answer
 */
export function useAsking<T>(wanted: boolean, ask: () => Promise<T>, take: (answer: T) => void): void {
  const { lab } = useFigure();
  const ready = useLab((state) => state.run !== null);
  const latest = useRef({ ask, take });
  latest.current = { ask, take };
  useEffect(() => {
    if (!ready || !wanted) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let ended = false;
    let busy = false;
    /** Whether what was answered last is of a moment that has passed. */
    let stale = false;
    const again = async (): Promise<void> => {
      clearTimeout(timer);
      stale = busy;
      if (busy) return;
      busy = true;
      const answer = await latest.current.ask().catch(() => null);
      busy = false;
      if (ended) return;
      if (answer !== null) latest.current.take(answer);
      if (stale) void again();
      else if (lab.frame?.training !== false) timer = setTimeout(() => void again(), PACE);
    };
    void again();
    let last = lab.frame === null ? '' : momentOf(lab.frame);
    const stop = lab.on('frame', (frame) => {
      const moment = momentOf(frame);
      if (moment !== last) void again();
      last = moment;
    });
    return () => {
      ended = true;
      clearTimeout(timer);
      stop();
    };
  }, [lab, ready, wanted]);
}

/** Changes when training begins or rests, and with anything that is measured of a model at rest. */
function momentOf({ training, step, beta, noiseScale, restLosses, plane }: Frame): string {
  return training ? 'training' : [step, beta, noiseScale, restLosses?.total, ...plane.axes].join();
}
