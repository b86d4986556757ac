import { expect, it } from 'vitest';
import { onPlane } from '../../src/math/posterior';
import { surgery } from '../../src/math/surgery';
import fixture from '../fixtures/trained_256-64-2.json';
import { expectAllClose, expectClose } from '../support/close';
import { run } from '../support/run';
import { trainedCodes } from './networks';
import { byUniformGrid } from './uniformGrid';

// The narrowest σ is .09, .01 and .003.
it.each([1, 0.1, 0.01])(
  'finds the parts of a trained model’s KL that a grid of half its narrowest σ has: β %f',
  async (beta) => {
    const codes = await trainedCodes(beta);
    const { mutualInformation, aggregateKl } = run(surgery(codes, [0, 1]));
    const fine = byUniformGrid(onPlane(codes, [0, 1]), 2);
    expectClose(mutualInformation, fine.mutualInformation, { abs: 1e-5 }, 'I');
    expectClose(aggregateKl, fine.aggregateKl, { abs: 1e-5 }, 'KL of all together');
    expect(mutualInformation).toBeLessThan(Math.log(200) - 0.01);
    if (beta !== 0.1) return;
    // What surgery.test.ts takes for a trained model is one.
    expectAllClose(codes.mu, fixture.mu, { abs: 1e-4 }, 'μ');
    expectAllClose(codes.logVar, fixture.logVar, { abs: 1e-4 }, 'ln σ²');
  },
);
