import type { Key } from '../state/settings';
import type { Language } from '../text';
import { settingWords } from '../text/settings';

/** The interface's words that are needed for it. */
interface NameWords {
  readonly code: Language;
  readonly settings: Readonly<Record<'data' | 'engine' | 'speed', string>>;
}

/** What a setting is called: by the label of its control, or by its letter. */
export function settingName(key: Key, { code, settings }: NameWords): string {
  switch (key) {
    case 'beta':
      return 'β';
    case 'noiseScale':
      return 'σ';
    case 'data':
    case 'engine':
    case 'speed':
      return settings[key];
    default:
      return settingWords[code].names[key];
  }
}
