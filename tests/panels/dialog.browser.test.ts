/** What closes a dialog, and where the focus goes then. */
import { createElement } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Dialog } from '../../src/panels/Dialog';
import { rendered } from '../support/rendered';

let root: Root;
let opener: HTMLButtonElement;
const onClosed = vi.fn();

beforeEach(async () => {
  onClosed.mockClear();
  opener = document.body.appendChild(document.createElement('button'));
  opener.focus();
  root = createRoot(document.body.appendChild(document.createElement('div')));
  await rendered(root, createElement(Dialog, { language: 'en', title: 'Files', onClosed, children: () => 'a text' }));
  await expect.poll(() => dialog().open).toBe(true);
});
afterEach(() => {
  root.unmount();
  document.body.replaceChildren();
});

const dialog = (): HTMLDialogElement => document.querySelector('dialog')!;
const sheet = (): HTMLElement => document.querySelector('.dialog-sheet')!;
const press = (from: Element): boolean => from.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
const click = (on: Element): boolean => on.dispatchEvent(new MouseEvent('click', { bubbles: true }));

it('a press beside the sheet does', async () => {
  press(dialog());
  click(dialog());
  await expect.poll(() => onClosed.mock.calls.length).toBe(1);
});

it('text that is marked from the sheet to beyond it does not', () => {
  press(sheet());
  // A browser clicks what holds both ends.
  click(dialog());
  expect(dialog().open).toBe(true);
});

it('one that is taken away gives the focus back to where it came from', async () => {
  expect(dialog().contains(document.activeElement)).toBe(true);
  root.render(null);
  await expect.poll(() => document.activeElement).toBe(opener);
});
