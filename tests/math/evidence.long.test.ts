import { it } from 'vitest';
import { expectSoundGaps } from './randomEvidence';

it('no gap of 80 random networks is negative, and every posterior is found', () => {
  expectSoundGaps({ seed: 2017, numRuns: 80 });
});
