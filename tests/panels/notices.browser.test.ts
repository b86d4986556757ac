import { createElement } from 'react';
import { expect, it } from 'vitest';
import { Notices } from '../../src/panels/Notices';
import { mountFigure } from './figure';

const unknown = (text: string) => ({ kind: 'address', fault: { kind: 'unknown', text, spec: null } }) as const;

it('says once what it was told again, last, and all of it is dismissed at once', async () => {
  const figure = await mountFigure(createElement(Notices), 400);
  const { notices } = figure.lab;
  const said = () => [...figure.root.querySelectorAll('.notice')].map(({ textContent }) => textContent);
  const ofAddress = (text: string) => `The address has “${text}”, which this page does not know. It was ignored.`;
  for (const text of ['here', 'there', 'here']) notices.notify(unknown(text));
  await expect.poll(said).toEqual([ofAddress('there'), ofAddress('here')]);
  figure.root.querySelector<HTMLElement>('.notice:last-of-type button')!.click();
  await expect.poll(said).toEqual([ofAddress('there')]);
  expect(notices.store.getState()).toHaveLength(1);
  // A loss that is lost again is told of the last time.
  for (const step of [40, 52]) notices.notify({ kind: 'event', event: { kind: 'diverged', step, restored: 30 } });
  await expect.poll(() => said()[1]).toContain('at step 52');
  expect(said()).toHaveLength(2);
  figure.root.querySelector<HTMLElement>('.notice:last-of-type button')!.click();
  await expect.poll(said).toHaveLength(1);
  // Each undoes something else.
  for (let i = 0; i < 2; i++)
    notices.notify({
      kind: 'done',
      says: () => 'A pin was removed.',
      undo: { name: () => 'Undo', act: () => undefined },
    });
  await expect.poll(said).toHaveLength(3);
  figure.unmount();
});

it('keeps the height of three messages however many there are, and the others can be unfolded', async () => {
  const figure = await mountFigure(createElement(Notices), 400);
  const { notices } = figure.lab;
  const height = () => figure.root.querySelector('.notices')!.getBoundingClientRect().height;
  const shown = () => [...figure.root.querySelectorAll('.notice')].filter((each) => each.checkVisibility()).length;
  for (let i = 0; i < 3; i++) notices.notify(unknown(`place ${i}`));
  await expect.poll(shown).toBe(3);
  expect(figure.root.querySelector('.notices-earlier')).toBeNull();
  const ofThree = height();
  for (let i = 3; i < 9; i++) notices.notify(unknown(`place ${i}`));
  const summary = () => figure.root.querySelector<HTMLElement>('.notices-earlier summary');
  await expect.poll(() => summary()?.textContent).toBe('6 earlier messages');
  expect(shown()).toBe(3);
  expect(height(), 'less than four').toBeLessThan((ofThree / 3) * 4);
  expect(figure.root.querySelector('.notices > .notice:last-child')!.textContent).toContain('place 8');
  summary()!.click();
  await expect.poll(shown).toBe(9);
  figure.unmount();
});

it('says of images that did not come that the run was kept, where there was one', async () => {
  const figure = await mountFigure(createElement(Notices), 400);
  const { notices } = figure.lab;
  const said = () => [...figure.root.querySelectorAll('.notice')].map(({ textContent }) => textContent);
  for (const kept of [true, false]) {
    notices.notify({ kind: 'data', message: 'It is torn', problem: null, kept });
    notices.notify({ kind: 'images', cause: 'missing', message: 'no script', kept });
  }
  const didNotCome = 'The program that reads images did not come: the network or the site did not deliver it.';
  const wasKept = 'The running model was kept as it was.';
  await expect.poll(said).toEqual([`It is torn. ${wasKept}`, `${didNotCome} ${wasKept}`, 'It is torn', didNotCome]);
  figure.unmount();
});
