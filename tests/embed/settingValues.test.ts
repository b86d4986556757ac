import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSettingValues } from '../../src/embed/settingValues';
import { makeLabs } from '../support/makeLabs';

const { labs } = makeLabs();
for (const id of ['lab', 'lab.vae']) labs.add({ id, settings: { beta: 2 } });

describe('settings that a page sends', () => {
  it.each([
    [{ beta: 4 }, { lab: { settings: { beta: 4 } } }, {}],
    [{ beta: '4' }, { lab: { settings: { beta: 4 } } }, {}],
    [{ sigma: 0.1 + 0.2 }, { lab: { settings: { noiseScale: 0.1 + 0.2 } } }, {}],
    [{ hidden: [64, 32] }, { lab: { settings: { hidden: [64, 32] } } }, {}],
    [{ hidden: '64-32' }, { lab: { settings: { hidden: [64, 32] } } }, {}],
    [{ hidden: [] }, { lab: { settings: { hidden: [] } } }, {}],
    [{ hidden: 'none' }, { lab: { settings: { hidden: [] } } }, {}],
    [{ transposed: true }, { lab: { settings: { transposed: true } } }, {}],
    [{ learningRate: '0.01', lang: 'zh' }, { lab: { settings: { learningRate: 0.01 } } }, { lang: 'zh' }],
    [{ 'lab.vae.beta': 1 }, { 'lab.vae': { settings: { beta: 1 } } }, {}],
    [{ window: '0,0,2' }, { lab: { window: { x: 0, y: 0, half: 2 } } }, {}],
    // What the figure opens with, not the default of all figures.
    [{ beta: null, theme: null }, { lab: { settings: { beta: 2 } } }, { theme: 'auto' }],
    [{ sigma: null }, { lab: { settings: { noiseScale: 0 } } }, {}],
    [{}, {}, {}],
  ])('are read: %j', (values, changes, page) => {
    expect(readSettingValues(values, labs)).toEqual({ labs: changes, page });
  });

  it.each([
    ['b:1,2', 'b:1,2'],
    [null, ''],
  ])('have a plan of the sweep: %j', (sw, plan) => {
    expect(readSettingValues({ sw }, labs)).toEqual({ labs: {}, page: {}, plan });
  });

  it.each([
    [{ beta: 99 }, /beta=99.*from 0 to 32/],
    [{ beta: Number.NaN }, /beta/],
    [{ beta: '' }, /beta/],
    [{ data: 'file' }, /data=file/],
    [{ sky: 1 }, /no setting sky/],
    [{ sky: null }, /no setting sky/],
    [{ toString: null }, /no setting toString/],
    [{ beta_hide: '1' }, /no setting beta_hide/],
    [{ 'other.beta': 1 }, /no setting other.beta/],
    [{ beta: 4, seed: 'first' }, /seed=first/],
    [{ 'beta=1&seed': 3 }, /no setting/],
  ])('are refused as a whole where one cannot be: %j', (values, message) => {
    expect(() => readSettingValues(values, labs)).toThrow(RangeError);
    expect(() => readSettingValues(values, labs)).toThrow(message);
  });

  it('are refused with a RangeError alone, whatever they are', () => {
    const value = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.array(fc.double()));
    const known = fc.constantFrom('beta', 'hidden', '__proto__', 'v', 'w', 'p', 'β', '\ud800', 'a&b=1', '%zz', '#');
    const name = fc.oneof(fc.string(), known);
    fc.assert(
      fc.property(fc.dictionary(name, fc.option(value)), (values) => {
        try {
          readSettingValues(values, labs);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
      }),
      { seed: 83, numRuns: 100 },
    );
  });
});
