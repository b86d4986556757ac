import { afterEach, expect, it } from 'vitest';
import type { Session } from '../../../src/worker/session';
import { useBrowserPorts } from '../../support/channel';
import { expectClose } from '../../support/close';
import { createSession, measured, noView, plainLive, plainRun } from '../../support/sessions';

useBrowserPorts();

const started: Session[] = [];
afterEach(() => {
  for (const session of started.splice(0)) session.dispose();
});

async function begin(holdout: number): Promise<Session> {
  const { session } = createSession();
  started.push(session);
  await session.start({ ...plainRun, holdout }, plainLive);
  return session;
}

it('are those of measure over both shares, of their step', async () => {
  const session = await begin(0.2);
  await session.step(5, noView);
  const found = await session.survey('losses', { kind: 'losses' });
  const { training, heldOut } = await measured(session);
  expect(found).toMatchObject({ step: 5, axes: [0, 1] });
  for (const [share, wanted] of [[found.training, training] as const, [found.heldOut!, heldOut!] as const]) {
    expectClose(share.reconstruction, wanted.reconstruction, { rel: 1e-6 }, 'R');
    expectClose(share.regulariser, wanted.regulariser, { rel: 1e-6 }, 'K');
  }
  expect(found.training.reconstruction).not.toBe(found.heldOut!.reconstruction);
});

it('are of the images that are trained on alone where none are held out', async () => {
  const session = await begin(0);
  const { heldOut, training } = await session.survey('losses', { kind: 'losses' });
  expect(heldOut).toBeNull();
  expect(training.reconstruction).toBeGreaterThan(0);
});
