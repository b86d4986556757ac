import type { Words } from '../text';
import type { EngineSummary } from '../worker/protocol';

/** An engine as it is called everywhere, with what tells apart runs that may differ in their last digits. */
export function engineName({ engine, arithmetic }: EngineSummary, { engine: words }: Words): string {
  const name = words.names[engine] ?? engine;
  return arithmetic === null ? name : `${name} · ${words.arithmetic[arithmetic]}`;
}

/** Why this engine trains, as a sentence. */
export function engineReason({ engine, engineReason: reason }: EngineSummary, { engine: words, space }: Words): string {
  const name = words.names[engine] ?? engine;
  const renderer = reason.renderer ?? words.noRenderer;
  switch (reason.code) {
    case 'asked':
      return words.reasons.asked(name);
    case 'gpu':
      return words.reasons.gpu(renderer);
    case 'faster':
      return words.reasons.faster(name);
    case 'software':
      return words.reasons.software(renderer);
    case 'only': {
      const { other } = reason;
      if (other === null) return words.reasons.only(name);
      const why = words.failures[other.engine][other.cause](other.message);
      return why + space + words.reasons.only(name);
    }
  }
}

/** How far runs agree number for number, as a sentence. */
export const arithmeticSentence = ({ arithmetic }: EngineSummary, { engine: words }: Words): string =>
  words.reproducible[arithmetic ?? 'driver'];
