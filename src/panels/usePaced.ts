import { useEffect, useRef } from 'react';
import type { Frame } from '../worker/frameProtocol';
import { useFigure, useFrames } from './context';

/**
 * Frames of a run that moves which one paced panel has drawn: the others wait for the next, so that what is drawn in one
 * go stays short.
 */
const taken = new WeakSet<Frame>();

/**
 * Calls `draw` with frames, at most every so many ms while training runs or its film is played back, always and at once
 * with those of a run at rest: one follows when a film has come to rest (state/timeTravel.ts). For panels that nobody
 * follows sixty times a second, so that the plane can be.
 * @param often ms; where the page cannot keep up they are more
 * @param inputs what else is drawn from: when one changes, and at first, `draw` gets the latest frame
 */
export function usePacedFrames(often: number, draw: (frame: Frame) => void, inputs: readonly unknown[]): void {
  const { lab } = useFigure();
  const last = useRef(Number.NEGATIVE_INFINITY);
  useFrames((frame) => {
    const now = performance.now();
    if (frame.training || lab.timeline.store.getState().film === 'on') {
      const pace = often * lab.store.getState().detail.pace;
      // One that has waited for twice its pace waits no longer: frames may be rare.
      const waited = now - last.current;
      if (waited < pace || (taken.has(frame) && waited < 2 * pace)) return;
      taken.add(frame);
    }
    last.current = now;
    draw(frame);
  });
  useEffect(() => {
    if (lab.frame !== null) draw(lab.frame);
  }, [lab, ...inputs]);
}
