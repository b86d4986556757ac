import { X } from 'lucide-react';
import type { Notice } from '../state/notices';
import type { Words } from '../text';
import { useFigure, useNotices } from './context';
import { IconButton } from './IconButton';
import './Notices.css';
import { count } from './numbers';

function sentence(notice: Notice, { notices, engine }: Words): string {
  switch (notice.kind) {
    case 'data':
      return `${notice.message}. ${notices.kept}`.replace('..', '.');
    case 'defect':
      return notices.defect(notice.message);
    case 'engine':
      return notices.engineKept(notice.message);
    case 'event': {
      const { event } = notice;
      return event.kind === 'diverged'
        ? notices.diverged(count(event.step), count(event.restored))
        : notices.engineLost(engine.names[event.engine] ?? event.engine, count(event.restored));
    }
    case 'address': {
      const { kind, text, range } = notice.fault;
      if (kind === 'unknown') return notices.unknown(text);
      return kind === 'version' ? notices.version(text) : notices.badValue(text, range ?? '');
    }
  }
}

/** What the reader should know, until it is dismissed. */
export function Notices() {
  const { lab, words } = useFigure();
  const notices = useNotices();
  return (
    <section className="notices" role="alert" aria-label={words.notices.label} aria-live="assertive">
      {notices.map((notice) => (
        <p key={notice.id} className={`notice notice-${notice.kind}`}>
          {sentence(notice, words)}
          <IconButton name={words.notices.dismiss} onClick={() => lab.notices.dismiss(notice.id)}>
            <X aria-hidden="true" />
          </IconButton>
        </p>
      ))}
    </section>
  );
}
