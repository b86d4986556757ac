import { useMemo } from 'react';
import type { Frame } from '../../worker/frameProtocol';
import { usePictures } from '../context';

/** Has an image rebuilt in every frame. @returns picks it out of a frame; null where the frame has it of another */
export function useRebuilt(index: number): (frame: Frame) => Float32Array | null {
  const key = usePictures(useMemo(() => ({ kind: 'rebuild', indices: Uint32Array.of(index) }) as const, [index]));
  return ({ view, pictures }) => {
    const asked = view.requests[key];
    return asked?.kind === 'rebuild' && asked.indices[0] === index ? (pictures[key] ?? null) : null;
  };
}
