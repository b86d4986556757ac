/** What the timeline says; it comes with the panel. */
import type { Language } from './index';
import { timeline as en } from './timeline.en';
import { timeline as zh } from './timeline.zh';

export interface TimelineWords {
  /** The moment that is shown. */
  readonly step: (step: string) => string;
  /** The same, as the slider's value: of the past, and of the newest. */
  readonly value: (step: string, of: string) => string;
  readonly valueNewest: (step: string) => string;
  readonly hint: string;
  /** How many moments there are to go to. */
  readonly kept: (number: string) => string;
  readonly past: (step: string, newest: string) => string;
  /** Of a moment that is only to be looked at: the step that can be gone on from. */
  readonly seen: (base: string) => string;
  readonly newest: string;
  readonly goOn: string;
  readonly goOnFrom: (step: string) => string;
  readonly goOnHint: string;
  /** The same of a model that is too large for two branches. */
  readonly goOnAlone: string;
  readonly former: string;
  readonly formerGone: string;
  readonly formerHint: (from: string, to: string) => string;
  readonly playBack: string;
  readonly pause: string;
  readonly resume: string;
  readonly stop: string;
  readonly pace: string;
  readonly seconds: (seconds: string) => string;
  readonly events: (number: string) => string;
  /** A moment of an event, and what happened. */
  readonly at: (step: string, what: string) => string;
  readonly changed: (name: string, from: string, to: string) => string;
  /** What β and σ together are called. */
  readonly called: (model: string) => string;
  readonly and: string;
  readonly engine: (name: string) => string;
  readonly engineLost: (name: string) => string;
  readonly loaded: string;
  readonly diverged: (at: string) => string;
  readonly branch: string;
  readonly tooLarge: string;
}

export const timelineWords: Readonly<Record<Language, TimelineWords>> = { en, zh };
