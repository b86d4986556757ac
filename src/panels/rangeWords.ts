import type { Spec } from '../state/specs';
import type { Words } from '../text';

/** The values that a setting takes, in the reader's language: what goes on after "must be". */
export function rangeWords(spec: Spec, { ranges }: Words): string {
  switch (spec.kind) {
    case 'number':
      return (spec.integer ? ranges.whole : ranges.number)(String(spec.min), String(spec.max));
    case 'choice':
      return ranges.choice(spec.choices.join(', '));
    case 'flag':
      return ranges.flag;
    case 'widths':
      return ranges.widths(String(spec.maxLayers), String(spec.maxWidth));
  }
}
