import { useEffect, useRef } from 'react';
import type { Frame } from '../worker/protocol';
import { useFigure, useFrames } from './context';

/**
 * Calls `draw` with frames, at most every `pace` ms while training runs, always and at once with those of a run at
 * rest. For panels that nobody follows sixty times a second, so that the plane can be.
 * @param inputs what else is drawn from: when one changes, and at first, `draw` gets the latest frame
 */
export function usePacedFrames(pace: number, draw: (frame: Frame) => void, inputs: readonly unknown[]): void {
  const { lab } = useFigure();
  const last = useRef(Number.NEGATIVE_INFINITY);
  useFrames((frame) => {
    const now = performance.now();
    if (frame.training && now - last.current < pace) return;
    last.current = now;
    draw(frame);
  });
  useEffect(() => {
    if (lab.frame !== null) draw(lab.frame);
  }, [lab, ...inputs]);
}
