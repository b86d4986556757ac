import { createElement } from 'react';
import { expect, it, vi } from 'vitest';
import { useSides } from '../../../src/figures/compare/useSides';
import type { Site } from '../../../src/panels/context';
import { makeLabs } from '../../support/makeLabs';
import { mountOnPage } from '../page';

it('the line says what differs, and of weights that were opened on a side alone that the rest is not the same', async () => {
  const { labs } = makeLabs();
  const pair = [
    labs.add({ id: 'one', settings: {} }),
    labs.add({ id: 'two', settings: { beta: 1, noiseScale: 1 } }),
  ] as const;
  const Line = () => useSides(pair).sentence;
  const { root, unmount } = await mountOnPage(createElement(Line), { labs } as unknown as Site);
  const differ = 'Left: β 0, σ 0. Right: β 1, σ 1.';
  const says = (sentence: string | RegExp) => vi.waitFor(() => expect(root.textContent).toMatch(sentence));
  await says(`${differ} Everything else is the same.`);
  pair[1].store.setState({ brought: true });
  await says(new RegExp(`^${differ} Right has weights that were opened there`));
  pair[0].store.setState({ brought: true });
  await says(new RegExp(`^${differ} Each side has weights`));
  for (const lab of pair) lab.store.setState({ brought: false });
  await says(new RegExp(`^${differ} Everything else is the same.$`));
  unmount();
  labs.dispose();
});
