import { createElement } from 'react';
import { expect, it } from 'vitest';
import { Notices } from '../../src/panels/Notices';
import { mountFigure } from './figure';

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
