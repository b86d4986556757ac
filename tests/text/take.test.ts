import { describe, expect, it } from 'vitest';
import { takeWords } from '../../src/text/take';

const FAULT = { code: 'shape', tensor: 'mu.weight', detail: '[3, 2]' };
const { fault: faultEn } = takeWords.en;
const { fault: faultZh } = takeWords.zh;

describe('the words of what can be taken along', () => {
  it('say what is wrong with a file, by tensor, and else what the error says', () => {
    expect(faultEn(FAULT, 'mu.weight is [3, 2]')).toBe('mu.weight is [3, 2]');
    expect(faultZh(FAULT, '')).toMatch(/mu\.weight.*形状.*\[3, 2\]/);
    expect(faultZh({ ...FAULT, code: 'new' }, 'The message')).toBe('The message');
  });
});
