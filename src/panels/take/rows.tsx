/** What the dialogs are made of that give something to take along. */
import type { ReactNode } from 'react';
import { takeWords } from '../../text/take';
import { useFigure } from '../context';
import './TakeForm.css';
import type { TakeAlong } from './useTakeAlong';

/** What can be taken along of one kind. */
export function Part({ title, hint, children }: { title: string; hint: string | null; children: ReactNode }) {
  return (
    <section>
      <h3>{title}</h3>
      {hint !== null && <p className="fine">{hint}</p>}
      {children}
    </section>
  );
}

/** One thing, in several kinds of files. */
export function Row({ name, hint, children }: { name: string; hint?: string; children: ReactNode }) {
  return (
    <div className="take-row">
      <span className="take-name">
        {name}
        {hint !== undefined && <span className="fine">{hint}</span>}
      </span>
      {children}
    </div>
  );
}

/** Makes a file of one kind. @param of what it is of */
export function FileButton({ kind, of, onClick }: { kind: string; of: string; onClick(): void }) {
  const { language } = useFigure();
  return (
    <button
      type="button"
      className="button"
      aria-label={takeWords[language].as(kind.toUpperCase(), of)}
      onClick={onClick}
    >
      {kind.toUpperCase()}
    </button>
  );
}

/** What became of the last file. It is always there, so that what comes into it is read out. */
export function TakeSaid({ said }: Pick<TakeAlong, 'said'>) {
  const { language } = useFigure();
  const says = takeWords[language];
  return (
    <p className="take-said" role="status" aria-live="polite">
      {said === null ? '' : said.failed ? says.notSaved(said.text) : says.saved(said.text)}
    </p>
  );
}
