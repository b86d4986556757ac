import type { ReactNode } from 'react';

interface ClaimProps {
  /** Unique in its section: tests/article/claims.test.ts measures what is claimed under it. */
  readonly id: string;
  /** The number alone, as it is read. */
  readonly children: ReactNode;
}

/** A number that a figure has come to: a test trains the figure's model and measures it. */
export function Claim({ id, children }: ClaimProps) {
  return (
    <span className="claim" data-claim={id}>
      {children}
    </span>
  );
}
