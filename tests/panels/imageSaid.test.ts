import { expect, it } from 'vitest';
import { imageSaid } from '../../src/panels/imageSaid';

const labels = Uint8Array.of(7, 1);

it('an image is said by its class, by its name or else its number', () => {
  expect(imageSaid({ labels }, 0, 'en')).toEqual(['class 7']);
  expect(imageSaid({ labels, classNames: ['square', 'heart'] }, 1, 'en')).toEqual(['heart']);
  expect(imageSaid({ labels, classNames: ['square', 'heart'] }, 1, 'zh')).toEqual(['心形']);
  expect(imageSaid({ labels: null }, 0, 'en')).toEqual([]);
});

it('its title comes first', () => {
  expect(imageSaid({ labels, titles: ['Lora', 'Inter'] }, 0, 'en')).toEqual(['Lora', 'class 7']);
  expect(imageSaid({ labels: null, titles: ['Lora', 'Inter'] }, 1, 'zh')).toEqual(['Inter']);
});
