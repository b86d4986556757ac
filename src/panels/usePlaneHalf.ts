import { useCallback, useSyncExternalStore } from 'react';
import { useFigure } from './context';

/** Half a side of the window of the plane; the panel renders again when it is another. */
export function usePlaneHalf(): number {
  const { plane } = useFigure();
  const listen = useCallback((changed: () => void) => plane.on(changed), [plane]);
  return useSyncExternalStore(listen, () => plane.current.half);
}
