import type { EngineWords } from './engine';

/** What is said of engines in English. */
export const engine: EngineWords = {
  reasons: {
    gpu: (renderer: string) => `Trains on the graphics processor: ${renderer}.`,
    software: (renderer: string) =>
      `This browser draws WebGL in software (${renderer}), so the model trains in WebAssembly, which is faster.`,
    faster: (name: string) =>
      `Both engines were timed on this model, and ${name} is more than three times faster than the other.`,
    asked: (name: string) => `${name} was chosen by hand.`,
  },
  noRenderer: 'unnamed renderer',
  /** How far two runs of the same address agree. */
  reproducible: {
    fused:
      'It multiplies and adds with one rounding: runs agree number for number with every browser and machine that is shown as fused too.',
    plain:
      'It rounds twice, after multiplying and after adding: runs agree number for number with every browser and machine that is shown as plain too.',
    driver: 'The graphics driver decides how it rounds: runs agree number for number on this machine alone.',
  },
};
