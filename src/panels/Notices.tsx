import { useStore } from 'zustand';
import type { NoticeBoard } from '../state/notices';
import type { Words } from '../text';
import { useDrawn, useFigure } from './context';
import { Failure } from './Failure';
import { fetchLate } from './fetchLate';
import './Notices.css';
import { useFetched } from './useFetched';

const fetchSentences = () => fetchLate('notices');

/** What the reader of a figure should know. It is there before something fails to come, since it may have to tell that. */
export function Notices() {
  const { lab, words } = useFigure();
  return <NoticeList board={lab.notices} words={words} ready={useDrawn(lab)} />;
}

interface NoticeListProps {
  readonly board: NoticeBoard;
  readonly words: Words;
  /** Whether the script of their sentences is fetched before there is one. */
  readonly ready?: boolean;
}

/** Messages, until they are dismissed. */
export function NoticeList({ board, words, ready = false }: NoticeListProps) {
  const some = useStore(board.store, (notices) => notices.length > 0);
  const { part, failed, get } = useFetched(fetchSentences, ready || some);
  return (
    <>
      {/* Screen readers announce only what comes into a region that is there already. */}
      <section className="notices" role="alert" aria-label={words.notices.label} aria-live="assertive">
        {some && part !== null && <part.default board={board} words={words} />}
      </section>
      {failed && <Failure says={words.failure.part} words={words} retry={get} />}
    </>
  );
}
