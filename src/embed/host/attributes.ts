/** What the attributes of <vae-geometry> mean. */
import { SETTING_ATTRIBUTES } from './settingAttributes';

/** Attributes that another figure, or another frame, is needed for when they change. */
export const OF_THE_FRAME: readonly string[] = ['src', 'figure', 'panels', 'hide', 'state', 'sandbox'];

/** Attributes whose settings go back to what is usual where other data are set without them. */
export const OF_DATA: readonly string[] = ['variant', 'count', 'size', 'transposed'];

/** The setting of every other attribute. */
export const SETTINGS: ReadonlyMap<string, string> = new Map(SETTING_ATTRIBUTES);

/** The text of an attribute as an address has it; null for none. */
export function settingText(name: string, text: string | null): string | null {
  if (text === null) return null;
  // A post may be in any language; those that the figure does not speak are left to its reader.
  if (name === 'lang') return /^(en|zh)\b/i.exec(text)?.[0].toLowerCase() ?? null;
  // As of a video, where it is enough that it is there.
  if (name === 'autoplay') return /^(0|false|off|no)$/i.test(text) ? '0' : '1';
  return text;
}

/** The words of an attribute that is a list. */
export const listOf = (text: string | null): string[] => text?.match(/[^\s,]+/g) ?? [];
