import { expect, it } from 'vitest';
import { showModel } from '../../src/state/heldModel';
import { frameOf, summaryOf, turn } from '../support/fakeClient';
import { type MadeLab, open } from '../support/labs';

/** Answers what a lab asks of its worker until a promise is settled. */
async function settle<T>({ client }: MadeLab, doing: Promise<T>): Promise<T> {
  for (let quiet = 0; quiet < 3; quiet++) {
    await turn();
    if (client.waiting('start') > 0) await client.answer('start', summaryOf());
    else if (client.waiting('play') > 0) await client.answer('play', null);
    else if (client.waiting('frame') > 0) await client.answer('frame', frameOf());
    else continue;
    quiet = 0;
  }
  return doing;
}

it('a model of files that the lab has not open any more has them read once, as they were', async () => {
  const made = await open({ beta: 2 });
  const { lab, library } = made;
  const [first, second] = ['first.idx', 'second.idx'].map((name) => new File([Uint8Array.of(1)], name)) as [File, File];
  const arranged = { size: 16, count: 2, transposed: true, binary: 'threshold' } as const;
  await settle(made, lab.loadData(first, { ...arranged, inverted: true }));
  const { settings, ownImages: images } = lab;
  await settle(made, lab.loadData(second, { size: 0, count: 0, transposed: false, binary: 'off' }));
  await settle(made, lab.set({ beta: 4, latent: 3 }));
  const before = library.orders.length;
  await settle(made, showModel(lab, { settings, images, saved: null }));
  expect(library.orders.slice(before)).toMatchObject([{ ...arranged, source: images! }]);
  expect(lab.settings).toEqual(settings);
});
