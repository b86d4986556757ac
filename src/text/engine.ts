/** Why an engine trains, and how far its runs repeat: what a reader sees who asks. */

import { engine as en } from './engine.en';
import { engine as zh } from './engine.zh';
import type { Language } from './index';

export interface EngineWords {
  readonly reasons: {
    readonly gpu: (renderer: string) => string;
    readonly software: (renderer: string) => string;
    readonly faster: (name: string) => string;
    readonly asked: (name: string) => string;
  };
  readonly noRenderer: string;
  /** How far two runs of the same address agree. */
  readonly reproducible: Readonly<Record<'fused' | 'plain' | 'driver', string>>;
}

export const engineWords: Readonly<Record<Language, EngineWords>> = { en, zh };
