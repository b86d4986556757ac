import type { Site } from '../panels/context';
import { count } from '../panels/numbers';
import { guardRuns } from '../state/guard';
import type { NoticeBoard } from '../state/notices';
import type { Language } from '../text';
import { type GuardWords, guardWords } from '../text/guard';

/**
 * Guards the runs of a page, and tells the reader what happens to them: of each board the last such sentence alone stays.
 * @returns what ends it
 */
export function guardSite({ page, labs }: Pick<Site, 'page' | 'labs'>): () => void {
  const told = new Map<NoticeBoard, number>();
  const tell = (board: NoticeBoard, sentence: (words: GuardWords) => string): void => {
    const before = told.get(board);
    if (before !== undefined) board.dismiss(before);
    const says = ({ code }: { readonly code: Language }): string => sentence(guardWords[code]);
    told.set(board, board.notify({ kind: 'said', says }));
  };
  return guardRuns(
    labs,
    {
      recovered(lab, { why, message, step, lostPast }) {
        tell(lab.notices, (words) => words[why](count(step), message) + (lostPast ? words.lostPast : ''));
      },
      stalled(seconds) {
        tell(page.notices, (words) => words.stalled(count(seconds)));
      },
      returned(lab, step) {
        tell(lab.notices, (words) => words.returned(count(step)));
      },
      noRoom() {
        tell(page.notices, (words) => words.noRoom);
      },
    },
    // A figure in another's page is one of many in a tab, and its address says nothing of the reader's.
    window.top === window,
  );
}
