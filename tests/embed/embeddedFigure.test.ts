import { describe, expect, it } from 'vitest';
import { embeddedFigure } from '../../src/embed/embeddedFigure';

describe('an embedded figure', () => {
  it('has the panels that fit a post, or those that are asked for', () => {
    expect(embeddedFigure({}).spec.labs[0]!.panels).toEqual(['transport', 'controls', 'plane', 'grid']);
    expect(embeddedFigure({ panels: ['loss', 'plane'] }).spec.labs[0]!.panels).toEqual(['plane', 'loss']);
  });

  it('is the first one where there is none of that name, and says so', () => {
    const { spec, faults } = embeddedFigure({ figure: 'sky' });
    expect(spec.id).toBe('lab');
    expect(faults).toMatchObject([{ text: 'figure=sky', kind: 'bad-value' }]);
    expect(embeddedFigure({ figure: 'lab' }).faults).toEqual([]);
  });

  it('says which of the panels it has not, and shows the others', () => {
    const { spec, faults } = embeddedFigure({ figure: 'compare', panels: ['plane', 'timeline'] });
    expect(spec.labs.map(({ panels }) => panels)).toEqual([['plane'], ['plane']]);
    expect(faults).toMatchObject([{ text: 'panels=timeline', kind: 'bad-value' }]);
    expect(embeddedFigure({ figure: 'compare', hide: ['share'] }).faults).toEqual([]);
  });

  it('says of a sweep that it has no panels, nor their controls', () => {
    const { spec, faults } = embeddedFigure({ figure: 'sweep', panels: ['plane', 'grid'], hide: ['beta', 'share'] });
    expect(spec).toMatchObject({ id: 'sweep', labs: [] });
    expect(faults).toEqual([
      { text: 'panels=plane', kind: 'unknown', spec: null },
      { text: 'panels=grid', kind: 'unknown', spec: null },
      { text: 'beta_hide=1', kind: 'unknown', spec: null },
    ]);
    expect(embeddedFigure({ figure: 'sweep' }).faults).toEqual([]);
  });

  it('says of a figure without a caption that it has none to hide', () => {
    const none = { text: 'caption_hide=1', kind: 'unknown', spec: null };
    for (const figure of ['lab', 'compare', 'sweep'])
      expect(embeddedFigure({ figure, hide: ['caption'] }).faults, figure).toEqual([none]);
    for (const figure of ['autoencoder', 'regularisers'])
      expect(embeddedFigure({ figure, hide: ['caption', 'share'] }).faults, figure).toEqual([]);
  });
});
