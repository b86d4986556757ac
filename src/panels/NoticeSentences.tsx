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

/** A message, with all of the board that say the same: the last of them stands for them. */
interface Told {
  readonly notice: Notice;
  readonly ids: readonly number[];
}

/** What tells messages apart. One that can be undone is like no other: each undoes something else. */
function difference(notice: Notice, words: Words): string {
  if (notice.kind === 'done' && notice.undo !== null) return String(notice.id);
  // It may be lost at another step each time that the reader plays on.
  if (notice.kind === 'event' && notice.event.kind === 'diverged') return 'diverged';
  if (notice.kind === 'data') return JSON.stringify({ ...notice, id: null });
  return sentence(notice, words);
}

/** Messages that say different things, in the order in which they were last told. */
function toldApart(notices: readonly Notice[], words: Words): Told[] {
  const told = new Map<string, Told>();
  for (const notice of notices) {
    const key = difference(notice, words);
    const ids = [...(told.get(key)?.ids ?? []), notice.id];
    told.delete(key);
    told.set(key, { notice, ids });
  }
  return [...told.values()];
}

/** Messages that are shown at once, the newest; more of them would take the place of the figure below. */
const SHOWN = 3;

/** The messages of a board; fetched with the first. */
export default function NoticeSentences({ board, words }: { board: NoticeBoard; words: Words }) {
  const told = toldApart(useStore(board.store), words);
  const earlier = told.slice(0, -SHOWN);
  const show = (each: Told) => <ShownNotice key={each.notice.id} {...each} board={board} words={words} />;
  return (
    <>
      {earlier.length > 0 && (
        <details className="notices-earlier">
          <summary>{noticeWords[words.code].earlier(earlier.length)}</summary>
          {earlier.map(show)}
        </details>
      )}
      {told.slice(-SHOWN).map(show)}
    </>
  );
}

function ShownNotice({ notice, ids, board, words }: Told & { readonly board: NoticeBoard; readonly words: Words }) {
  const dismiss = () => {
    for (const id of ids) board.dismiss(id);
  };
  /** A button that does something about the message, which is gone then. */
  const act = (name: string, work: () => void) => (
    <button
      type="button"
      className="button button-strong"
      onClick={() => {
        dismiss();
        work();
      }}
    >
      {name}
    </button>
  );
  return (
    <p className={`notice notice-${notice.kind}`}>
      {notice.kind === 'data' ? <DataSentence {...notice} words={words} /> : sentence(notice, words)}
      {(notice.kind === 'said' || notice.kind === 'data') && notice.retry && act(words.failure.retry, notice.retry)}
      {notice.kind === 'done' && notice.undo && act(notice.undo.name(words), notice.undo.act)}
      <IconButton name={words.notices.dismiss} onClick={dismiss}>
        <X aria-hidden="true" />
      </IconButton>
    </p>
  );
}
