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
});
