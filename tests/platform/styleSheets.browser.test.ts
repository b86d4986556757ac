import { afterEach, expect, it } from 'vitest';
import { renewSheets } from '../../src/platform/styleSheets';

const links: HTMLLinkElement[] = [];
afterEach(() => {
  for (const { href } of links.splice(0)) document.querySelector(`link[href="${href}"]`)?.remove();
});

/** Asks for a style sheet as the bundler's loader does. @returns the event that it is told of */
function ask(href: string): Promise<string> {
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
  links.push(link);
  return new Promise((resolve) => {
    link.addEventListener('load', () => resolve('load'));
    link.addEventListener('error', () => resolve('error'));
    document.head.append(link);
  });
}

const sheet = (css: string): string => URL.createObjectURL(new Blob([css], { type: 'text/css' }));

it('a sheet with rules has come', async () => {
  const address = sheet('p { color: red }');
  expect(await ask(address)).toBe('load');
  await renewSheets(address);
});

it('one without rules counts as one that did not come, at another try as well', async () => {
  const address = sheet('');
  expect(await ask(address)).toBe('error');
  await expect(renewSheets(address)).rejects.toThrow(`${address} did not come`);
});

it('one that is gone is asked for again by each who needs it, named where it does not come, and nothing is left of it', async () => {
  const address = sheet('p { color: red }');
  URL.revokeObjectURL(address);
  expect(await ask(address)).toBe('error');
  let asked = 0;
  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records)
      asked += [...addedNodes].filter((node) => (node as HTMLLinkElement).href === address).length;
  });
  observer.observe(document.head, { childList: true });
  const both = await Promise.allSettled([renewSheets(address), renewSheets(address)]);
  observer.disconnect();
  for (const result of both)
    expect(result).toMatchObject({ status: 'rejected', reason: { message: `${address} did not come` } });
  expect(asked).toBe(2);
  expect(document.querySelectorAll(`link[href="${address}"]`)).toHaveLength(0);
});
