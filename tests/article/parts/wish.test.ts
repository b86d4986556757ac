import { expect, it } from 'vitest';
import { wishOf } from '../../../src/article/parts/wish';

it('what a figure has of its own are values of the figure, all else are settings of its labs, which then train', () => {
  expect(wishOf({ figure: 'shapes' }, { cloud: 5, data: 'ring' })).toEqual({
    values: { cloud: 5 },
    settings: { data: 'ring' },
    play: true,
  });
  expect(wishOf({ figure: 'shapes' }, { cloud: 2 })).toEqual({ values: { cloud: 2 } });
  expect(wishOf({ figure: 'gaps', lab: 'gaps.right' }, { beta: 4 })).toEqual({
    settings: { beta: 4 },
    lab: 'gaps.right',
    play: true,
  });
  expect(wishOf({ figure: 'gaps', layers: 'gaps density' }, {})).toEqual({ layers: ['gaps', 'density'] });
});
