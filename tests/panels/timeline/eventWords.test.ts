import { describe, expect, it } from 'vitest';
import { eventWords } from '../../../src/panels/timeline/eventWords';
import { loadWords } from '../../../src/text';
import { timelineWords } from '../../../src/text/timeline';
import type { TimelineMark, TrainingSettings } from '../../../src/worker/timelineProtocol';
import { plainHyper } from '../../support/models';

const settings = (hyper: Partial<TrainingSettings['hyper']>, batchSize = 64): TrainingSettings => ({
  hyper: { ...plainHyper, beta: 0, noiseScale: 0, likelihood: 'bernoulli', learningRate: 0.001, ...hyper },
  batchSize,
});

const change = (from: TrainingSettings, to: TrainingSettings): TimelineMark => ({
  step: 5,
  kind: 'settings',
  from,
  to,
});

const MARKS: readonly (readonly [TimelineMark, string, string])[] = [
  [change(settings({}), settings({ beta: 0.25 })), 'β 0 → 0.25', 'β 0 → 0.25'],
  [
    change(settings({}), settings({ beta: 1, noiseScale: 1, learningRate: 0.01 }, 32)),
    'β 0 → 1, σ 0 → 1 (VAE), Learning rate 0.001 → 0.01, Batch size 64 → 32',
    'β 0 → 1，σ 0 → 1（VAE），学习率 0.001 → 0.01，批大小 64 → 32',
  ],
  [
    change(settings({}), settings({ likelihood: 'squared' })),
    'Likelihood Bernoulli → squared error',
    '似然 伯努利 → 平方误差',
  ],
  [{ step: 1, kind: 'engine', from: 'simd', to: 'webgl', lost: false }, 'engine changed to WebGL', '引擎改为 WebGL'],
  [
    { step: 1, kind: 'engine', from: 'webgl', to: 'simd', lost: true },
    'the engine was lost; WebAssembly took its place',
    '引擎丢失，由 WebAssembly 接替',
  ],
  [
    { step: 1, kind: 'diverged', at: 12_345 },
    'back to here, since the loss was lost at step 12,345',
    '损失在第 12,345 步失效，回到这里',
  ],
  [{ step: 1, kind: 'loaded' }, 'weights loaded', '载入权重'],
  [{ step: 1, kind: 'branch' }, 'continued from here', '从这里继续'],
];

describe('what happened is said', () => {
  it.each(MARKS)('%j', async (mark, english, chinese) => {
    expect(eventWords(mark, await loadWords('en'), timelineWords.en)).toBe(english);
    expect(eventWords(mark, await loadWords('zh'), timelineWords.zh)).toBe(chinese);
  });
});
