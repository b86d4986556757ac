import type { Words } from '../text';
import type { EngineFailure, EngineSummary } from '../worker/protocol';

/** An engine as it is called everywhere, with what tells apart runs that may differ in their last digits. */
export function engineName({ engine, arithmetic }: EngineSummary, { engine: words }: Words): string {
  const name = words.names[engine] ?? engine;
  return arithmetic === null ? name : `${name} · ${words.arithmetic[arithmetic]}`;
}

/** That an engine trains because another cannot, and why, as sentences. */
export function insteadOf(
  other: EngineFailure | null,
  { engine }: Pick<EngineSummary, 'engine'>,
  { engine: words, space }: Words,
): string {
  const only = words.only(words.names[engine] ?? engine);
  return other === null ? only : words.failures[other.engine][other.cause](other.message) + space + only;
}
