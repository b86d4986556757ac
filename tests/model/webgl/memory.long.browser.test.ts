import { test } from 'vitest';
import { expectConstantMemory } from './memory';

test('tensors and memory stay constant over 10,000 steps', { timeout: 120_000 }, () => expectConstantMemory(10_000));
