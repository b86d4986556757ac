import { afterEach, expect, it } from 'vitest';
import { textsOf } from '../../../src/draw/still/texts';

afterEach(() => document.body.replaceChildren());

it.each(['x̂', 'KL(q̄‖p)', 'σ̃ = 0.3', '重建 𝔼[z] ė'])('%s is written with the marks of its letters', (text) => {
  const place = document.body.appendChild(document.createElement('p'));
  place.textContent = text;
  const lines = textsOf(place.firstChild as Text, { left: 0, top: 0 });
  expect(lines.map(({ textContent }) => textContent)).toEqual([text]);
});

it('each line of a text is one of its own', () => {
  const place = document.body.appendChild(document.createElement('p'));
  place.style.cssText = 'width: 1ch; font: 16px monospace; overflow-wrap: anywhere';
  place.textContent = 'x̂y';
  const lines = textsOf(place.firstChild as Text, { left: 0, top: 0 });
  expect(lines.map(({ textContent }) => textContent)).toEqual(['x̂', 'y']);
});
