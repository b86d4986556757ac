import { createElement } from 'react';
import { expect, it, vi } from 'vitest';
import { useSides } from '../../../src/figures/compare/useSides';
import type { Site } from '../../../src/panels/context';
import { summaryOf } from '../../support/fakeClient';
import { makeLabs } from '../../support/makeLabs';
import { PATIENTLY } from '../../support/patiently';
import { mountOnPage } from '../page';

it('the line says what differs, and of what was brought to a side alone that the rest is not the same', async () => {
  const { labs } = makeLabs();
  const pair = [
    labs.add({ id: 'one', settings: {} }),
    labs.add({ id: 'two', settings: { beta: 1, noiseScale: 1 } }),
  ] as const;
  const Line = () => useSides(pair).sentence;
  const { root, unmount } = await mountOnPage(createElement(Line), { labs } as unknown as Site);
  const differ = 'Left: β 0, σ 0. Right: β 1, σ 1.';
  const says = (sentence: string | RegExp) => vi.waitFor(() => expect(root.textContent).toMatch(sentence), PATIENTLY);
  await says(`${differ} Everything else is the same.`);
  const again = 'Start again, and both begin from the same weights.';
  const [ofLeft, ofRight] = ['Left', 'Right'].map((side) => `${side} goes on from weights of its own[^.]*.`);
  pair[1].store.setState({ brought: true });
  await says(new RegExp(`^${differ} ${ofRight} ${again}$`));
  pair[0].store.setState({ brought: true });
  await says(new RegExp(`^${differ} ${ofLeft} ${ofRight} ${again}$`));
  pair[1].store.setState({ run: summaryOf({ engine: 'layers' }) });
  await says(
    new RegExp(`^${differ} ${ofLeft} Right shows a model of TensorFlow.js, which is not trained here. ${again}$`),
  );
  for (const lab of pair) lab.store.setState({ brought: false });
  await says(new RegExp(`^${differ} Everything else is the same.$`));
  unmount();
  labs.dispose();
});
