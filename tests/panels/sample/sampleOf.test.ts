import { describe, expect, it } from 'vitest';
import { posteriorsOf } from '../../../src/math/posterior';
import { drawsOf } from '../../../src/panels/sample/drawsOf';
import { sampleOf } from '../../../src/panels/sampleOf';
import type { ImagePosterior } from '../../../src/worker/jobAnswers';
import { frameOf } from '../../support/fakeClient';

/** Two posteriors of every third image. */
const frame = frameOf({
  ...posteriorsOf('diagonal', 2, { mu: Float32Array.of(1, 2, 3, 4), logVar: new Float32Array(4), lower: null }),
  stride: 3,
});
const alone = posteriorsOf('diagonal', 2, { mu: Float32Array.of(9, 9), logVar: new Float32Array(2), lower: null });
const surveyed = { index: 4, posteriors: alone } as ImagePosterior;

describe('the posterior of an image', () => {
  it('is the one of the frame where the frame has it', () => {
    expect(sampleOf(frame, 3, surveyed)).toEqual({ posteriors: frame, row: 1 });
    expect(sampleOf(frame, 0, null)).toEqual({ posteriors: frame, row: 0 });
  });

  it('is the surveyed one of an image between those of the frame, or none', () => {
    expect(sampleOf(frame, 4, surveyed)).toEqual({ posteriors: alone, row: 0 });
    expect(sampleOf(frame, 4, null)).toBeNull();
    expect(sampleOf(frame, 5, surveyed)).toBeNull();
    expect(sampleOf(frame, 6, surveyed), 'beyond the last').toBeNull();
  });
});

describe('draws', () => {
  const sample = sampleOf(frame, 3, null)!;

  it('move with their posterior: the same steps from its centre, times s', () => {
    const other = sampleOf(frame, 0, null)!;
    const here = drawsOf(sample, { index: 3, draw: 0 }, 1);
    const there = drawsOf(other, { index: 3, draw: 0 }, 0.5);
    expect(here).toHaveLength(16);
    for (let i = 0; i < 16; i++) {
      const centre = i % 2;
      expect(there[i]! - frame.mu[centre]!).toBeCloseTo(0.5 * (here[i]! - frame.mu[2 + centre]!), 5);
    }
  });

  it('are others of another image, or when they are drawn again', () => {
    const first = drawsOf(sample, { index: 3, draw: 0 }, 1);
    expect(drawsOf(sample, { index: 3, draw: 1 }, 1)).not.toEqual(first);
    expect(drawsOf(sample, { index: 6, draw: 0 }, 1)).not.toEqual(first);
    expect(drawsOf(sample, { index: 3, draw: 0 }, 1)).toEqual(first);
  });
});
