import { useEffect, useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/**
 * Counts from 0 up to a number, by one a frame: for work that would hold up a frame if all of it were done at once. All of
 * it is done at once where a link within the page is followed: what it leads to must not move any more.
 * @param key what the work is done for: with another it begins anew
 */
export function useOneByOne(number: number, key: unknown): number {
  const [counted, setCounted] = useState({ key, count: 0 });
  const count = counted.key === key ? counted.count : 0;
  const done = count >= number;
  useEffect(() => {
    if (done) return;
    const frame = requestAnimationFrame(() => setCounted({ key, count: count + 1 }));
    return () => cancelAnimationFrame(frame);
  }, [key, count, done]);
  useLayoutEffect(() => {
    if (done) return;
    const finish = ({ target }: Event): void => {
      if ((target as Element).closest('a[href^="#"]') !== null) flushSync(() => setCounted({ key, count: number }));
    };
    document.addEventListener('click', finish, { capture: true });
    return () => document.removeEventListener('click', finish, { capture: true });
  }, [key, number, done]);
  return count;
}
