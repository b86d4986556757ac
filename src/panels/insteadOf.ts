import type { Words } from '../text';
import { failureWords } from '../text/failures';
import type { EngineFailure, EngineSummary } from '../worker/protocol';

/** That an engine trains because another cannot, and why, as sentences. */
export function insteadOf(
  other: EngineFailure | null,
  { engine }: Pick<EngineSummary, 'engine'>,
  { code, engine: { names }, space }: Words,
): string {
  const says = failureWords[code];
  const only = says.only(names[engine] ?? engine);
  return other === null ? only : says.engine[other.engine][other.cause](other.message) + space + only;
}
