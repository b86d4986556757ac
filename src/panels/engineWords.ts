import type { Words } from '../text';
import type { EngineSummary } from '../worker/protocol';

/** An engine as it is called everywhere, with what tells apart runs that may differ in their last digits. */
export function engineName({ engine, arithmetic }: EngineSummary, { engine: words }: Words): string {
  const name = words.names[engine] ?? engine;
  return arithmetic === null ? name : `${name} · ${words.arithmetic[arithmetic]}`;
}
