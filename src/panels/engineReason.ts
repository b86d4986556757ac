import type { Words } from '../text';
import { engineWords } from '../text/engine';
import type { EngineSummary } from '../worker/protocol';
import { insteadOf } from './insteadOf';

/** Why this engine trains, and how far its runs agree number for number, as sentences. */
export function engineReason(summary: EngineSummary, words: Words): string {
  const { reproducible } = engineWords[words.code];
  return why(summary, words) + words.space + reproducible[summary.arithmetic ?? 'driver'];
}

function why(summary: EngineSummary, words: Words): string {
  const { engine, engineReason: reason } = summary;
  const { reasons, noRenderer } = engineWords[words.code];
  const name = words.engine.names[engine] ?? engine;
  const renderer = reason.renderer ?? noRenderer;
  switch (reason.code) {
    case 'asked':
      return reasons.asked(name);
    case 'gpu':
      return reasons.gpu(renderer);
    case 'faster':
      return reasons.faster(name);
    case 'software':
      return reasons.software(renderer);
    case 'only':
      return insteadOf(reason.other, summary, words);
  }
}
