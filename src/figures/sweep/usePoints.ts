import { useEffect, useState } from 'react';
import type { Sweep } from '../../state/sweep';

/** Ms between two drawings of the curve: its points come from many models, and faster than they can be followed. */
const PACE = 250;

/** How many points a sweep has; renders again as they come, at a pace that can be followed, and after the last. */
export function usePoints({ store }: Sweep): number {
  const [points, setPoints] = useState(() => store.getState().points);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = (): void => {
      timer = undefined;
      setPoints(store.getState().points);
    };
    show();
    const stop = store.subscribe((state, before) => {
      if (state.points !== before.points) timer ??= setTimeout(show, PACE);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [store]);
  return points;
}
