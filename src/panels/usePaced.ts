import { useRef } from 'react';
import type { Frame } from '../worker/protocol';
import { useFrames } from './context';

/**
 * Calls `draw` with frames, at most every `pace` ms while training runs; always with the one that it stops at. For
 * panels that nobody follows sixty times a second, so that the plane can be.
 */
export function usePacedFrames(pace: number, draw: (frame: Frame) => void): void {
  const last = useRef(Number.NEGATIVE_INFINITY);
  useFrames((frame) => {
    const now = performance.now();
    if (frame.stepsPerSecond > 0 && now - last.current < pace) return;
    last.current = now;
    draw(frame);
  });
}
