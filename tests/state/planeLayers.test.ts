import { expect, it, vi } from 'vitest';
import { LAYERS, type LayerName, PlaneLayers, USUAL_LAYERS } from '../../src/state/planeLayers';

it('begins with the usual layers', () => {
  expect(new PlaneLayers().shown).toEqual(USUAL_LAYERS);
});

it('switches those that are named, in the order in which they lie on each other', () => {
  const layers = new PlaneLayers();
  layers.set({ contours: true, density: true, classes: false });
  expect(layers.shown).toEqual(['density', 'ellipses', 'points', 'contours', 'truePosterior', 'predicted', 'path']);
  layers.show(['classes', 'points']);
  expect(layers.shown).toEqual(['points', 'classes']);
  layers.show([]);
  expect(layers.shown).toEqual([]);
});

it('tells of changes alone', () => {
  const layers = new PlaneLayers();
  const changed = vi.fn();
  layers.store.subscribe(changed);
  layers.set({ points: true });
  layers.set({});
  layers.show(USUAL_LAYERS);
  expect(changed).not.toHaveBeenCalled();
  layers.set({ points: false });
  expect(changed).toHaveBeenCalledTimes(1);
});

it('refuses what is no layer, and changes nothing', () => {
  const layers = new PlaneLayers();
  const wrong = { density: true, fog: true } as object;
  expect(() => layers.set(wrong)).toThrow(new RangeError(`There is no layer "fog"; there are ${LAYERS.join(', ')}`));
  expect(() => layers.show(['density', 'fog' as LayerName])).toThrow(/no layer "fog"/);
  expect(() => layers.set({ density: 1 } as object)).toThrow(
    new RangeError('Layer density is to be true or false, not 1'),
  );
  expect(() => layers.set({ density: undefined } as object)).toThrow(RangeError);
  expect(layers.shown).toEqual(USUAL_LAYERS);
});
