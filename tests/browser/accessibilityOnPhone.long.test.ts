/** In a file of its own, so that it can be run beside that of the desktop. */
import { expect, it } from 'vitest';
import { CHINESE_PHONE } from './objections';
import { useBrowser } from './site';
import { objectionsUnfolded } from './unfolded';

const browser = useBrowser();

it('axe finds nothing to object to with all that is opened', async () => {
  expect(await objectionsUnfolded(browser, CHINESE_PHONE, true)).toEqual([]);
});
