import { describe, expect, it } from 'vitest';
import { History } from '../../src/state/history';
import { NoticeBoard } from '../../src/state/notices';
import { Surveys } from '../../src/state/surveys';
import { SURVEYS_MISSING } from '../../src/worker/jobProtocol';
import { turn } from '../support/fakeClient';

const missing = (): Error => Object.assign(new Error('no script'), { name: SURVEYS_MISSING });

describe('surveys that belong to the history', () => {
  it('are kept in it, with the step that they are of; others are not', async () => {
    const history = new History();
    const answers = {
      measure: { step: 7, kl: 3 },
      heldOut: { step: 9, reconstruction: 22, total: 26 },
      pca: { step: 11 },
    };
    const surveys = new Surveys(
      async ({ job }) => answers[job.kind as keyof typeof answers],
      history,
      new NoticeBoard(),
    );
    await surveys.request('pca', {}, 'pca');
    expect([history.measured, history.heldOut]).toEqual([[], []]);
    await surveys.request('heldOut', {}, 'heldOut');
    await surveys.measure();
    expect([history.measured, history.heldOut]).toEqual([[answers.measure], [{ ...answers.heldOut, weighted: 4 }]]);
  });

  it('are measured under a key of their own each', async () => {
    const keys: string[] = [];
    const surveys = new Surveys(
      async ({ key }) => {
        keys.push(key);
        return { step: keys.length };
      },
      new History(),
      new NoticeBoard(),
    );
    await Promise.all([surveys.measure(), surveys.measure()]);
    expect(new Set(keys).size).toBe(2);
  });
});

/** Surveys whose script is missing until it is `there`, and the keys that it was asked for with. */
function withoutScript() {
  const notices = new NoticeBoard();
  const script = { there: false, asked: [] as string[] };
  const surveys = new Surveys(
    async ({ key, job }) => {
      script.asked.push(key);
      if (!script.there) throw missing();
      return { of: job.kind };
    },
    new History(),
    notices,
  );
  return { surveys, notices, script };
}

describe('surveys whose script does not come', () => {
  it('are told once, wait, and are asked again when the reader tries again', async () => {
    const { surveys, notices, script } = withoutScript();
    const answers = Promise.all([surveys.request('measure', {}, 'one'), surveys.request('pca', {}, 'two')]);
    await turn();
    expect(script.asked).toEqual(['one', 'two']);
    const [notice, ...others] = notices.store.getState();
    expect(others).toEqual([]);
    if (notice?.kind !== 'said') throw new Error('Nothing was said');
    script.there = true;
    notice.retry!();
    expect(await answers).toEqual([{ of: 'measure' }, { of: 'pca' }]);
    expect(script.asked).toEqual(['one', 'two', 'one', 'two']);
  });

  it('are told again when another try fails', async () => {
    const { surveys, notices } = withoutScript();
    void surveys.request('measure', {}, 'one');
    await turn();
    const retry = (): void => {
      const notice = notices.store.getState().at(-1);
      if (notice?.kind === 'said') notice.retry!();
    };
    retry();
    await turn();
    expect(notices.store.getState()).toHaveLength(2);
  });

  it('refuse those who wait when the reader dismisses the message, and say no more of it until it has come', async () => {
    const { surveys, notices, script } = withoutScript();
    const waits = surveys.request('measure', {}, 'one');
    await turn();
    notices.dismiss(notices.store.getState()[0]!.id);
    await expect(waits).rejects.toThrow('no script');
    await expect(surveys.request('measure', {}, 'two')).rejects.toThrow('no script');
    expect(notices.store.getState()).toEqual([]);
    script.there = true;
    await surveys.request('measure', {}, 'three');
    script.there = false;
    void surveys.request('measure', {}, 'four').catch(() => undefined);
    await turn();
    expect(notices.store.getState()).toHaveLength(1);
  });

  it('go on where the reader tries again, which takes the message away', async () => {
    const { surveys, notices, script } = withoutScript();
    const waits = surveys.request('measure', {}, 'one');
    await turn();
    const [notice] = notices.store.getState();
    script.there = true;
    notices.dismiss(notice!.id);
    if (notice?.kind === 'said') notice.retry!();
    await expect(waits).resolves.toEqual({ of: 'measure' });
  });

  it('reject with every other error as it is', async () => {
    const notices = new NoticeBoard();
    const ended = new DOMException('superseded', 'AbortError');
    const surveys = new Surveys(() => Promise.reject(ended), new History(), notices);
    await expect(surveys.request('measure', {}, 'one')).rejects.toBe(ended);
    expect(notices.store.getState()).toEqual([]);
  });
});
