import type { ReactNode } from 'react';

/**
 * Words that a press will do something for once their scripts have come. They have their places on the lines as if they
 * were a button, which is a box of its own, so that nothing moves then.
 */
export function StillWords({ children }: { readonly children: ReactNode }) {
  return <span className="still-words">{children}</span>;
}
