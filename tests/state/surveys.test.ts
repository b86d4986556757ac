import { describe, expect, it } from 'vitest';
import { NoticeBoard } from '../../src/state/notices';
import { Surveys } from '../../src/state/surveys';
import { SURVEYS_MISSING } from '../../src/worker/jobProtocol';
import { turn } from '../support/fakeClient';

const missing = (): Error => Object.assign(new Error('no script'), { name: SURVEYS_MISSING });

describe('surveys whose script does not come', () => {
  it('are told once, wait, and are asked again when the reader tries again', async () => {
    const notices = new NoticeBoard();
    const asked: string[] = [];
    let there = false;
    const surveys = new Surveys(async ({ key, job }) => {
      asked.push(key);
      if (!there) throw missing();
      return { of: job.kind };
    }, notices);
    const answers = Promise.all([surveys.request('measure', {}, 'one'), surveys.request('pca', {}, 'two')]);
    await turn();
    expect(asked).toEqual(['one', 'two']);
    const [notice, ...others] = notices.store.getState();
    expect(others).toEqual([]);
    if (notice?.kind !== 'said') throw new Error('Nothing was said');
    there = true;
    notice.retry!();
    expect(await answers).toEqual([{ of: 'measure' }, { of: 'pca' }]);
    expect(asked).toEqual(['one', 'two', 'one', 'two']);
  });

  it('are told again when another try fails', async () => {
    const notices = new NoticeBoard();
    const surveys = new Surveys(() => Promise.reject(missing()), notices);
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

  it('reject with every other error as it is', async () => {
    const notices = new NoticeBoard();
    const ended = new DOMException('superseded', 'AbortError');
    const surveys = new Surveys(() => Promise.reject(ended), notices);
    await expect(surveys.request('measure', {}, 'one')).rejects.toBe(ended);
    expect(notices.store.getState()).toEqual([]);
  });
});
