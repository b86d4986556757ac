import { describe, expect, it } from 'vitest';
import { embeddedFigure, isFirst } from '../../src/embed/embeddedFigure';
import { fullAddress } from '../../src/embed/fullAddress';
import { readAddress } from '../../src/state/address';

describe('the address of the full page', () => {
  it('is the same for its first figure', () => {
    expect(fullAddress('#v=1&b=2&play=0', null)).toBe('#v=1&b=2&play=0');
    expect(fullAddress('', null)).toBe('');
  });

  it('says the same of another figure, and goes there', () => {
    const hash = fullAddress('#v=1&b=2&w=0,0,2&gaps.vae.s=1&play=0', 'gaps');
    const read = readAddress(hash, ['lab', 'gaps', 'gaps.vae']);
    expect(read).toEqual({
      place: 'gaps',
      page: { autoplay: false },
      labs: {
        gaps: { settings: { beta: 2 }, window: { x: 0, y: 0, half: 2 } },
        'gaps.vae': { settings: { noiseScale: 1 } },
      },
      faults: [],
    });
    expect(fullAddress('', 'gaps')).toBe('#gaps');
  });
});

describe('an embedded figure', () => {
  it('has the panels that fit a post, or those that are asked for', () => {
    expect(embeddedFigure({}).spec.labs[0]!.panels).toEqual(['transport', 'controls', 'plane', 'grid']);
    expect(embeddedFigure({ panels: ['loss', 'plane'] }).spec.labs[0]!.panels).toEqual(['plane', 'loss']);
    expect(isFirst(embeddedFigure({ figure: 'lab' }).spec)).toBe(true);
  });

  it('is the first one where there is none of that name, and says so', () => {
    const { spec, faults } = embeddedFigure({ figure: 'sky' });
    expect(spec.id).toBe('lab');
    expect(faults).toMatchObject([{ text: 'figure=sky', kind: 'bad-value' }]);
    expect(embeddedFigure({ figure: 'lab' }).faults).toEqual([]);
  });
});
