import { type ReactNode, useMemo } from 'react';
import type { SmallSpec } from '../../state/figureSpec';
import { PageContext, usePage } from '../context';
import { hiddenIn } from './hiddenIn';

interface SmallPageProps {
  /** Kept by the caller: another object makes all that is in it render again. */
  readonly small: Pick<SmallSpec, 'controls' | 'parts'>;
  readonly children: ReactNode;
}

/** The page as a figure with few controls has it: all others are left out in it. */
export function SmallPage({ small, children }: SmallPageProps) {
  const page = usePage();
  const context = useMemo(() => ({ ...page, hidden: hiddenIn(small, page.hidden) }), [page, small]);
  return <PageContext value={context}>{children}</PageContext>;
}
