import { X } from 'lucide-react';
import { useStore } from 'zustand';
import type { Notice, NoticeBoard } from '../state/notices';
import type { Words } from '../text';
import { failureWords } from '../text/failures';
import { noticeWords } from '../text/notices';
import { useProblemSentence } from './files/problemSentence';
import { IconButton } from './IconButton';
import { count } from './numbers';
import { rangeWords } from './rangeWords';

/** Images that could not be read, and what became of the run. */
function DataSentence({ message, problem, kept, words }: Extract<Notice, { kind: 'data' }> & { words: Words }) {
  const said = useProblemSentence(problem, message, words.code);
  if (said === null) return null;
  // Some sentences end in a full stop of their own.
  return kept ? `${said.replace(/[.。]$/, '')}${words.stop}${noticeWords[words.code].kept}` : said;
}

function sentence(notice: Exclude<Notice, { kind: 'data' }>, words: Words): string {
  const { engine } = words;
  const notices = noticeWords[words.code];
  const failures = failureWords[words.code];
  switch (notice.kind) {
    case 'defect':
      return notices.defect(notice.message);
    case 'said':
    case 'done':
      return notice.says(words);
    case 'engine': {
      const why = notice.engines.map((each) => failures.engine[each.engine][each.cause](each.message));
      return notices.engineKept(why.length > 0 ? why.join(words.space) : notice.message);
    }
    case 'images':
      return failures.images[notice.cause](notice.message) + (notice.kept ? words.space + notices.kept : '');
    case 'event': {
      const { event } = notice;
      return event.kind === 'diverged'
        ? notices.diverged(count(event.step), count(event.restored))
        : notices.engineLost(engine.names[event.engine] ?? event.engine, count(event.restored));
    }
    case 'address': {
      const { kind, text, spec } = notice.fault;
      if (kind === 'version') return notices.version(text);
      return spec === null ? notices.unknown(text) : notices.badValue(text, rangeWords(spec, words.code));
    }
  }
}

/** The messages of a board; fetched with the first. */
export default function NoticeSentences({ board, words }: { board: NoticeBoard; words: Words }) {
  const notices = useStore(board.store);
  /** A button that does something about a notice, which is gone then. */
  const act = (id: number, name: string, work: () => void) => (
    <button
      type="button"
      className="button button-strong"
      onClick={() => {
        board.dismiss(id);
        work();
      }}
    >
      {name}
    </button>
  );
  return notices.map((notice) => (
    <p key={notice.id} className={`notice notice-${notice.kind}`}>
      {notice.kind === 'data' ? <DataSentence {...notice} words={words} /> : sentence(notice, words)}
      {notice.kind === 'said' && notice.retry && act(notice.id, words.failure.retry, notice.retry)}
      {notice.kind === 'done' && notice.undo && act(notice.id, notice.undo.name(words), notice.undo.act)}
      <IconButton name={words.notices.dismiss} onClick={() => board.dismiss(notice.id)}>
        <X aria-hidden="true" />
      </IconButton>
    </p>
  ));
}
