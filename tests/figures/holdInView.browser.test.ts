import { afterEach, beforeEach, expect, it } from 'vitest';
import { holdInView } from '../../src/figures/holdInView';

/** As in a browser that does not anchor what is scrolled to. */
const STYLE = 'overflow-anchor: none';

let page: HTMLElement;
let end: (() => void) | null = null;

beforeEach(() => {
  document.documentElement.setAttribute('style', STYLE);
  page = document.createElement('main');
  page.innerHTML = `
    <div class="above" style="height: 2000px"></div>
    <h2 id="there" style="scroll-margin-top: 40px">There</h2>
    <div style="height: 5000px"></div>`;
  document.body.append(page);
});

afterEach(() => {
  end?.();
  end = null;
  page.remove();
  document.documentElement.removeAttribute('style');
});

const top = (): number => Math.round(document.querySelector('#there')!.getBoundingClientRect().top);

const grow = (height: number): void => {
  page.querySelector<HTMLElement>('.above')!.style.height = `${height}px`;
};

/** Until what a change of the layout has to follow has followed. */
async function frames(): Promise<void> {
  for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame);
}

it('keeps what was gone to at its place while the page above it grows and shrinks', async () => {
  end = holdInView('there');
  expect(top()).toBe(40);
  for (const height of [2300, 2310, 1500, 3000]) {
    grow(height);
    await frames();
    expect(top()).toBe(40);
  }
});

it('keeps what has taken its name', async () => {
  end = holdInView('there');
  const old = page.querySelector('#there')!;
  old.replaceWith(old.cloneNode(true));
  grow(2500);
  await frames();
  expect(top()).toBe(40);
});

it.each(['wheel', 'touchstart', 'pointerdown', 'keydown'])('lets go of it at the reader’s %s', async (move) => {
  end = holdInView('there');
  await frames();
  document.body.dispatchEvent(new Event(move, { bubbles: true }));
  grow(2500);
  await frames();
  expect(top()).toBe(540);
});

it('lets go of it where the page is scrolled by other means', async () => {
  end = holdInView('there');
  await frames();
  scrollBy(0, 300);
  await frames();
  expect(top()).toBe(-260);
  grow(2500);
  await frames();
  expect(top()).toBe(240);
});

it('says where there is nothing of that name', () => {
  expect(holdInView('nowhere')).toBeNull();
});
