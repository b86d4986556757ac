/** Which of several labs takes what is dropped or pasted somewhere on a page. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { zoneOf } from '../../../src/panels/files/zones';

beforeEach(() => {
  document.body.innerHTML = `
    <header>title</header>
    <section id="lab"><div data-drop-zone="lab"><p id="in-first">plane</p></div></section>
    <section id="compare">
      <p id="bar">what differs</p>
      <div data-drop-zone="left"><p>plane</p></div>
      <div data-drop-zone="right"><p id="in-right">plane</p><p data-takes-files><span id="pad">pad</span></p></div>
    </section>
    <dialog data-takes-for="left"><p id="of-left">files</p></dialog>
    <dialog><p id="of-nobody">symbols</p></dialog>`;
});
afterEach(() => document.body.replaceChildren());

const zones = (): Element[] => [...document.querySelectorAll('[data-drop-zone]')];

it.each([
  ['the one that it lies in', '#in-right', 'right'],
  ['that of the lab whose dialog it lies in', '#of-left', 'left'],
  ['the first of its figure where it lies beside both', '#bar', 'left'],
  ['the first of the page where it lies in no figure', 'header', 'lab'],
  ['the first of the page in any other dialog', '#of-nobody', 'lab'],
])('is %s', (_, target, id) => {
  expect(zoneOf(document.querySelector(target), zones())?.getAttribute('data-drop-zone')).toBe(id);
});

it('is the first for what lies nowhere, and none where an element takes files by itself, or there is none', () => {
  expect(zoneOf(null, zones())?.getAttribute('data-drop-zone')).toBe('lab');
  expect(zoneOf(document.querySelector('#pad'), zones())).toBeNull();
  expect(zoneOf(document.body, [])).toBeNull();
});
