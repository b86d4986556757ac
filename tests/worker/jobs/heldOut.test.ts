import { afterEach, expect, it } from 'vitest';
import { sharesOf } from '../../../src/math/holdout';
import type { Session } from '../../../src/worker/session';
import { useBrowserPorts } from '../../support/channel';
import { expectClose } from '../../support/close';
import { COUNT, createSession, measured, noView, plainLive, plainRun } from '../../support/sessions';

useBrowserPorts();

const started: Session[] = [];
afterEach(() => {
  for (const session of started.splice(0)) session.dispose();
});

async function begin(holdout: number) {
  const { session } = createSession();
  started.push(session);
  return { session, summary: await session.start({ ...plainRun, holdout }, plainLive) };
}

const heldOut = (session: Session) => session.survey('heldOut', { kind: 'heldOut' });

it('is the loss of measure over what is held out, of its step, with the β in force', async () => {
  const { session } = await begin(0.2);
  await session.step(5, noView);
  session.configure({ ...plainLive, hyper: { ...plainLive.hyper, beta: 3 } });
  const found = await heldOut(session);
  const { reconstruction, regulariser } = (await measured(session)).heldOut!;
  expect(found).toMatchObject({ step: 5, axes: [0, 1] });
  expectClose(found.reconstruction, reconstruction, { rel: 1e-6 }, 'R');
  expectClose(found.regulariser, regulariser, { rel: 1e-6 }, 'K');
  expectClose(found.total, reconstruction + 3 * regulariser, { rel: 1e-6 }, 'R + βK');
});

it('is refused where nothing is held out', async () => {
  const { session } = await begin(0);
  await expect(heldOut(session)).rejects.toThrow(RangeError);
});

it('is of the images that the start names', async () => {
  const { summary } = await begin(0.2);
  expect(summary.heldOut).toEqual(sharesOf(COUNT, 0.2, plainRun.seed).heldOut);
  expect((await begin(0)).summary.heldOut).toHaveLength(0);
});
