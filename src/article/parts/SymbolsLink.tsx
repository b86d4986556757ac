import { CircleHelp } from 'lucide-react';
import type { ReactNode } from 'react';
import { articleWords } from '../../text/article';
import { useScene } from '../scene';
import { WordButton } from './WordButton';

/** Words that open the table of symbols. */
export function SymbolsLink({ children }: { readonly children: ReactNode }) {
  const { Figure, openSymbols } = useScene();
  if (Figure === null) return children;
  return (
    <WordButton className="set" aria-haspopup="dialog" press={openSymbols}>
      {children}
    </WordButton>
  );
}

/**
 * The table of symbols at hand in every section, for keys: it is seen while it has the focus. A pointer has it in the
 * contents, which stay in sight.
 */
export function SymbolsByKeys() {
  const { Figure, language, openSymbols } = useScene();
  if (Figure === null) return null;
  return (
    <div className="symbols-by-keys">
      <button type="button" className="button" aria-haspopup="dialog" onClick={openSymbols}>
        {articleWords[language].symbols}
      </button>
    </div>
  );
}

/** A sign beside a formula that opens it. */
export function SymbolsButton() {
  const { Figure, language, openSymbols } = useScene();
  if (Figure === null) return null;
  const name = articleWords[language].whatIs;
  return (
    <button
      type="button"
      className="button button-icon formula-symbols"
      aria-haspopup="dialog"
      aria-label={name}
      title={name}
      onClick={openSymbols}
    >
      <CircleHelp aria-hidden="true" />
    </button>
  );
}
