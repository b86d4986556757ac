import { describe, expect, it } from 'vitest';
import { openModel } from '../../../src/panels/take/weights';
import type { Lab } from '../../../src/state/lab';
import { NoticeBoard } from '../../../src/state/notices';
import { defaultSettings, KEYS, type Settings } from '../../../src/state/settings';
import { loadWords } from '../../../src/text';

/** What a reader is told in a language when a file of weights has brought settings with it. */
async function told(before: Partial<Settings>, changes: Partial<Settings>, language: 'en' | 'zh'): Promise<string> {
  const notices = new NoticeBoard();
  const lab = {
    settings: { ...defaultSettings(), ...before },
    load: async () => ({ step: 30, changes, hasMoments: true }),
    notices,
  } as unknown as Lab;
  await openModel(lab, new File([], 'some.safetensors'));
  const [notice] = notices.store.getState();
  if (notice?.kind !== 'said') throw new Error('Nothing is said');
  return notice.says(await loadWords(language));
}

describe('what is said of settings that a file of weights has changed', () => {
  it.each(['en', 'zh'] as const)('calls every setting otherwise than scripts do (%s)', async (language) => {
    for (const key of KEYS) {
      const said = await told({}, { [key]: defaultSettings()[key] }, language);
      expect(said).not.toMatch(new RegExp(`[:：] ?${key} `));
      expect(said).not.toContain('undefined');
    }
  });

  it('is what their controls and the choices of these are called', async () => {
    const before = { hidden: [64], posterior: 'diagonal', transposed: true } as const;
    const changes = { data: 'mnist', hidden: [], posterior: 'full', transposed: false, learningRate: 0.01 } as const;
    const english = await told(before, changes, 'en');
    for (const part of [
      'Data set UCI digits, 8×8 → MNIST digits',
      'Hidden layers 64 → none',
      'Posterior ellipse → tilted ellipse',
      'Rows and columns exchanged yes → no',
      'Learning rate 0.001 → 0.01',
    ])
      expect(english).toContain(part);
    expect(await told(before, changes, 'zh')).toContain('隐藏层 64 → 无');
  });
});
