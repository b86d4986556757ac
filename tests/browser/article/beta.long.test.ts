/** How β lets axes drop out: the predicted run, and β raised from there on. */
import { expect, it } from 'vitest';
import { useFigure } from './figure';

const { openAnswered } = useFigure('beta');

it('one axis is left for each factor, then axes are given up, and are marked', async () => {
  const { figure, section, close } = await openAnswered({
    question: /What becomes of the axes/,
    answer: 'One axis is left for each factor',
    outcome: 'That is what happened.',
    timeout: 240_000,
  });
  const unused = figure.locator('.axes-row[data-used="false"]');
  await expect.poll(() => unused.count(), { timeout: 30_000 }).toBe(2);
  await section.getByRole('button', { name: 'to 32' }).click();
  await expect.poll(() => unused.count(), { timeout: 240_000 }).toBe(5);
  await expect.poll(() => figure.locator('.large-number output').textContent(), { timeout: 30_000 }).toBe('0');
  await close();
}, 600_000);
