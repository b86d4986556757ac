import { useCallback, useState } from 'react';

/**
 * Ends what is around a component, up to the next boundary, with the boundary's sentence. React does so by itself for what
 * rendering and effects throw, and not for what frames, events of painters and timers throw.
 */
export function useRaise(): (error: unknown) => void {
  const [, set] = useState(null);
  return useCallback((error) => {
    set(() => {
      throw error;
    });
  }, []);
}
