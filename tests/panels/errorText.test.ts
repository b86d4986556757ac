import { expect, it } from 'vitest';
import { errorText } from '../../src/panels/errorText';
import { flatten, rebuild } from '../../src/worker/failure';
import { SeenMomentError } from '../../src/worker/seenMomentError';

it('what a moment that is kept to be looked at cannot do is said in the reader’s language, with both steps', () => {
  const error = rebuild(flatten(new SeenMomentError({ step: 2250, base: 1000 })));
  expect(errorText(error, 'en')).toMatch(/^step 2,250 is kept only to be looked at.* Go to step 1,000, /);
  expect(errorText(error, 'zh')).toMatch(/^第 2,250 步只供查看.*第 1,000 步/);
});

it('any other error says it itself', () => {
  expect(errorText(new RangeError('the canvas is gone'), 'zh')).toBe('the canvas is gone');
  expect(errorText('no room', 'en')).toBe('no room');
});
