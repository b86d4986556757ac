import type { ReactNode } from 'react';

/** A remark that the text does without: small, below the paragraph that it follows. */
export function Note({ children }: { readonly children: ReactNode }) {
  return <aside className="note">{children}</aside>;
}
