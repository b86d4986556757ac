import type { Progress } from '../../worker/libraryProtocol';

/** The attributes of a `progress` element; none where the total is not known: it then shows that something goes on. */
export function progressOf({ done, total }: Progress): { value?: number; max?: number } {
  return total > 0 ? { value: Math.min(done, total), max: total } : {};
}

/** Megabytes (10⁶ bytes) as text. */
export function megabytes(bytes: number): string {
  return Math.round(bytes / 1e6).toLocaleString('en');
}
