import { useEffect, useState } from 'react';
import type { Sweep } from '../../state/sweep';

/** Ms between two changes of what is shown: it comes of many models, and faster than it can be followed. */
const PACE = 250;

/**
 * A count that grows while a sweep trains: the points that it has, or the step that all models have reached. Renders again
 * as it grows, at a pace that can be followed, and after the last; what rests is right at once.
 */
export function usePacedState({ store }: Sweep, key: 'points' | 'step'): number {
  const [shown, setShown] = useState(() => store.getState()[key]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = (): void => {
      clearTimeout(timer);
      timer = undefined;
      setShown(store.getState()[key]);
    };
    show();
    const stop = store.subscribe((state, before) => {
      if (state.phase !== 'training') show();
      else if (state[key] !== before[key]) timer ??= setTimeout(show, PACE);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [store, key]);
  return shown;
}
