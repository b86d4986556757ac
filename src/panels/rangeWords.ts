import { MAX_PINS } from '../state/pinBounds';
import type { Expected } from '../state/specs';
import type { Language } from '../text';
import { rangesIn } from '../text/ranges';

/** The values that are taken, in the reader's language: what goes on after "must be". */
export function rangeWords(expected: Expected, language: Language): string {
  const ranges = rangesIn[language];
  switch (expected.kind) {
    case 'number':
      return (expected.integer ? ranges.whole : ranges.number)(String(expected.min), String(expected.max));
    case 'choice':
      // The reader's own files have no address.
      return ranges.choice(expected.choices.filter((choice) => choice !== 'file').join(', '));
    case 'flag':
      return ranges.flag;
    case 'word':
      return ranges.word(String(expected.most));
    case 'widths':
      return ranges.widths(String(expected.maxLayers), String(expected.maxWidth));
    case 'variant':
      return ranges.variant;
    case 'pins':
      return ranges.pins(String(MAX_PINS));
    case 'terms':
      return ranges.terms;
    case 'window':
      return ranges.window;
    case 'image':
      return ranges.image;
    case 'region':
      return ranges.region;
    case 'prior':
      return ranges.prior;
    case 'painted':
      return ranges.painted;
    case 'origin':
      return ranges.origin;
  }
}
