/** What cannot be done at a moment of the past that is kept only to be looked at; it comes with what would do it. */
import type { Language } from './index';

/** @param base the last step before it that is kept whole */
type SeenOnlySentence = (step: string, base: string) => string;

export const seenOnlySentences: Readonly<Record<Language, SeenOnlySentence>> = {
  en: (step, base) =>
    `step ${step} is kept only to be looked at, without its optimiser and its place in the data. Go to step ${base}, the last before it that is kept whole.`,
  zh: (step, base) =>
    `第 ${step} 步只供查看，没有保存优化器的状态和在数据中的位置。请先回到第 ${base} 步，即其前最近的完整保存的时刻。`,
};
