import { useEffect, useState } from 'react';

/** Counts from 0 up to a number, by one a frame: for work that would hold up a frame if all of it were done at once. */
export function useOneByOne(number: number): number {
  const [count, setCount] = useState(0);
  useEffect(() => {
    if (count >= number) return;
    const frame = requestAnimationFrame(() => setCount(count + 1));
    return () => cancelAnimationFrame(frame);
  }, [count, number]);
  return count;
}
