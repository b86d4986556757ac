import { HIDEABLE, type Hideable, SMALL_PARTS } from '../../state/embedLink';
import type { SmallSpec } from '../../state/figureSpec';

/** The controls that a small figure leaves out, besides those that are left out anyway. */
export function hiddenIn(
  { controls, parts = [] }: Pick<SmallSpec, 'controls' | 'parts'>,
  hidden: ReadonlySet<Hideable>,
): ReadonlySet<Hideable> {
  const shown = new Set<Hideable>([...SMALL_PARTS, ...controls, ...parts]);
  return new Set([...hidden, ...HIDEABLE.filter((control) => !shown.has(control))]);
}
