/** What the chart of the two parts of the KL says; it comes with the chart. */
import type { Language } from './index';

/** The mean KL of posteriors, what each keeps to itself, and what all of them together miss. */
type Term = 'each' | 'own' | 'together';

export interface KlPartsWords {
  readonly names: Readonly<Record<Term, string>>;
  readonly says: Readonly<Record<Term, string>>;
  readonly chart: string;
  /** The chart, read out. */
  readonly chartLabel: (each: string, own: string, together: string) => string;
}

export const klPartsWords: Readonly<Record<Language, KlPartsWords>> = {
  en: {
    names: { each: 'KL', own: 'I(x; z)', together: 'KL(q̄ || p)' },
    says: { each: 'each ellipse, mean', own: 'what each keeps to itself', together: 'what all together miss' },
    chart: 'Nats over the training steps, one part on the other',
    chartLabel: (each, own, together) =>
      `The two parts of the KL over the training, one on the other: now ${each} nats, of which ${own} are I(x; z) and ${together} are KL(q̄||p)`,
  },
  zh: {
    names: { each: 'KL', own: 'I(x; z)', together: 'KL(q̄ || p)' },
    says: { each: '每个椭圆，平均', own: '各自留给自己的', together: '合起来还差的' },
    chart: '随训练步数变化，以奈特计，两部分叠放',
    chartLabel: (each, own, together) =>
      `KL 的两部分随训练的变化，叠放显示：现在共 ${each} 奈特，其中 I(x; z) 占 ${own}，KL(q̄||p) 占 ${together}`,
  },
};
