/** Where keys go on when what had the focus is taken away. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { refocus } from '../../src/figures/refocus';

let end: () => void;
beforeEach(() => {
  document.body.innerHTML = `
    <section class="figure">
      <div class="plane"><svg tabindex="0" width="50" height="50"></svg></div>
      <section class="card"><button type="button" class="close">close</button></section>
      <ol>${['a', 'b', 'c'].map((name) => `<li><button>up ${name}</button><button class="${name}">remove ${name}</button></li>`).join('')}</ol>
    </section>
    <button type="button" id="elsewhere">elsewhere</button>`;
  for (const each of document.querySelectorAll('.close, .a, .b, .c'))
    each.addEventListener('click', () => each.closest('li, .card')!.remove());
  end = refocus();
});
afterEach(() => {
  end();
  document.body.replaceChildren();
});

const find = (selector: string): HTMLElement => document.querySelector<HTMLElement>(selector)!;

async function press(selector: string): Promise<void> {
  find(selector).focus();
  await userEvent.keyboard('{Enter}');
}

it('of a card that is closed, on the plane of its figure', async () => {
  await press('.close');
  await expect.poll(() => document.activeElement).toBe(find('svg'));
});

it('of one in a list, on the same of the next, or of the last; of the only one, on the plane', async () => {
  await press('.b');
  await expect.poll(() => document.activeElement).toBe(find('.c'));
  await press('.c');
  await expect.poll(() => document.activeElement).toBe(find('.a'));
  await press('.a');
  await expect.poll(() => document.activeElement).toBe(find('svg'));
});

it('of a figure without a plane, on what is first around it', async () => {
  find('.plane').remove();
  await press('.close');
  await expect.poll(() => document.activeElement).toBe(find('ol button'));
});

it('also where it is taken away a few pictures later', async () => {
  const button = find('.close');
  button.addEventListener('click', (event) => event.stopImmediatePropagation(), true);
  button.addEventListener('keydown', () =>
    requestAnimationFrame(() => requestAnimationFrame(() => find('.card').remove())),
  );
  await press('.close');
  await expect.poll(() => document.activeElement).toBe(find('svg'));
});

it('nowhere else where the reader, or the page, has gone on by themselves', async () => {
  find('.close').addEventListener('click', () => find('#elsewhere').focus());
  await press('.close');
  await new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(shown)));
  expect(document.activeElement).toBe(find('#elsewhere'));
});
