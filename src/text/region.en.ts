import type { RegionWords } from './region';

export const region: RegionWords = {
  title: 'Marked region',
  brush: 'Mark a region: drag over the plane (R marks one by keyboard)',
  remove: 'Remove the region',
  place: (from, to) => `from ${from} to ${to}`,
  label: (cells, place) => `Images decoded from ${cells} by ${cells} codes of the region ${place}`,
  steps: (cells, place) => `${cells} × ${cells} codes in equal steps, ${place}`,
  keys: (place) =>
    `Marked region ${place}. Arrow keys move it, with Shift they move its right and upper edge, Delete removes it.`,
};
