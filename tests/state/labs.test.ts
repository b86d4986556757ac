import { expect, it } from 'vitest';
import { readAddress } from '../../src/state/address';
import { defaultPageSettings } from '../../src/state/pageSettings';
import { USUAL_LAYERS } from '../../src/state/planeLayers';
import { partsOf, writeAddress } from '../../src/state/writeAddress';
import { frameOf, summaryOf, turn } from '../support/fakeClient';
import { type FakeLibrary, plainImages, sleepOf } from '../support/labs';
import { makeLabs } from '../support/makeLabs';

/** A lab that has had a run on three images, and sleeps. @param pasts how many labs of its page have a past, it among them */
async function asleep(pasts = 0) {
  const { labs, clients, draw } = makeLabs({ autoplay: false });
  const lab = labs.add({ id: 'lab', settings: {}, keepsPast: pasts > 0 });
  for (let i = 1; i < pasts; i++) labs.add({ id: `lab${i}`, settings: {}, keepsPast: true });
  const library = labs.parts.library as FakeLibrary;
  const answer = async (): Promise<void> => {
    for (let i = 0; i < 4; i++) {
      const client = clients.at(-1)!;
      if (client.waiting('start') > 0) await client.answer('start', summaryOf());
      if (client.waiting('play') > 0) await client.answer('play', null);
      if (client.waiting('frame') > 0) await client.answer('frame', frameOf());
      draw();
      await turn();
    }
  };
  const opened = lab.open();
  await turn();
  await answer();
  await opened;
  const sleeping = lab.sleep();
  await turn();
  await clients[0]!.answer('sleep', sleepOf(10));
  await sleeping;
  expect(lab.store.getState().asleep).toBe(true);
  library.slow = true;
  return { labs, lab, library, clients, answer, notices: () => lab.notices.store.getState() };
}

it.each([
  [25, 30, 25],
  [25, 20, null],
])(
  'image %i of other data, which a lab that sleeps reads when it wakes, is one of %i or of none',
  async (image, n, chosen) => {
    const { labs, lab, library, answer, notices } = await asleep();
    labs.change('lab', { settings: { data: 'strokes' }, image });
    await turn();
    expect(notices(), 'nothing is known of those data yet').toEqual([]);
    const waking = lab.wake();
    await turn();
    library.waiting[0]!.resolve({ ...plainImages(1), n });
    await answer();
    await waking;
    expect(lab.selection.index).toBe(chosen);
    const fault = { text: `x=${image}`, kind: 'bad-value', spec: { kind: 'image' } };
    expect(notices()).toMatchObject(chosen === null ? [{ kind: 'address', fault }] : []);
    labs.dispose();
  },
);

it('a lab opens with what its plane is to show, and an address says only what has changed of that', () => {
  const opening = {
    layers: ['stretch', 'points'],
    pins: [
      { x: -1, y: 0.5 },
      { x: 1, y: 0 },
    ],
    image: 2,
  } as const;
  const opened = (address: string) => {
    const { labs } = makeLabs({ autoplay: false });
    const lab = labs.add({ id: 'lab', settings: {}, opening }, readAddress(address, ['lab']).labs.lab);
    const shown = () => ({
      layers: lab.layers.shown,
      pins: lab.pins.all.map(({ x, y }) => ({ x, y })),
      image: lab.selection.index,
    });
    return { labs, lab, shown, said: () => writeAddress(partsOf(null, defaultPageSettings(), labs.all)) };
  };
  const first = opened('');
  expect(first.shown()).toEqual(opening);
  expect(first.said()).toBe('');
  first.lab.pins.place([]);
  first.lab.selection.release();
  first.lab.layers.show(USUAL_LAYERS);
  expect(first.said()).toBe('#v=1&p=&y=&x=');
  const second = opened(first.said());
  expect(second.shown()).toEqual(first.shown());
  expect(second.said()).toBe(first.said());
  for (const { labs } of [first, second]) labs.dispose();
});

it.each([
  [0, 0],
  [1, 20e6],
  [5, 8e6],
])('of %i labs that have a past one that sleeps keeps %i bytes of it', async (pasts, past) => {
  const { labs, clients } = await asleep(pasts);
  expect(clients[0]!.last('sleep').payload).toEqual({ past });
  labs.dispose();
});
