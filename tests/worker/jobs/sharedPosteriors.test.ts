import { expect, it } from 'vitest';
import { type Posteriors, posteriorsOf } from '../../../src/math/posterior';
import type { Architecture } from '../../../src/model/layout';
import { Jobs } from '../../../src/worker/jobs';
import { Moment } from '../../../src/worker/jobs/moment';
import { SharedPosteriors } from '../../../src/worker/jobs/sharedPosteriors';
import { toEnd } from '../../../src/worker/jobs/work';
import { useBrowserPorts } from '../../support/channel';
import { createMoment } from '../../support/moments';
import { finish } from '../../support/work';

useBrowserPorts();

const SLICES = [Float32Array.of(1, 2), Float32Array.of(3)];

/** The posteriors of a slice: its numbers are the centres. */
const posteriorsAt = (slice: Float32Array): Posteriors =>
  posteriorsOf('diagonal', 1, { mu: slice, logVar: new Float32Array(slice.length), lower: null });

it('what a job that was ended has left unanswered, another asks its own engine for', async () => {
  const shared = new SharedPosteriors();
  let fail = (_: Error): void => undefined;
  const ended = shared.all(SLICES, () => new Promise((_, reject) => (fail = reject)));
  ended.next();
  const asked: number[] = [];
  const work = shared.all(SLICES, async (slice) => {
    asked.push(...slice);
    return posteriorsAt(slice);
  });
  const jobs = new Jobs(() => false);
  const other = jobs.run('other', work, () => undefined);
  // It waits for the first slice.
  await new Promise((resolve) => setImmediate(resolve));
  ended.return(undefined as never);
  fail(new Error('the copy of the parameters has gone'));
  expect([...(await other).mu]).toEqual([1, 2, 3]);
  expect(asked).toEqual([1, 2, 3]);
  jobs.dispose();
});

it('slices that one job has encoded another goes on from', async () => {
  const shared = new SharedPosteriors();
  const asked: string[] = [];
  const encodeAs = (name: string) => async (slice: Float32Array) => {
    asked.push(name);
    return posteriorsAt(slice);
  };
  const first = shared.all(SLICES, encodeAs('first'));
  first.next();
  first.return(undefined as never);
  const found = await toEnd(shared.all(SLICES, encodeAs('second')));
  expect(asked).toEqual(['first', 'second']);
  expect([...found.mu]).toEqual([1, 2, 3]);
  expect(await toEnd(shared.all(SLICES, encodeAs('third')))).toBe(found);
  expect(asked).toHaveLength(2);
});

it('the jobs of one moment of a run share, and those of the next do not', async () => {
  const architecture: Architecture = { inputs: 25, hidden: [4], latent: 2, activation: 'tanh' };
  const { moment, trainer } = createMoment(architecture);
  const at = (): Moment => new Moment({ trainer, architecture, shown: [0, 1], images: moment.images, canEncode: true });
  const found = await finish(moment.posteriors());
  expect(await finish(at().posteriors())).toBe(found);
  trainer.train();
  expect(await finish(at().posteriors())).not.toBe(found);
});
