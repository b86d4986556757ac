import { useEffect, useRef, useState } from 'react';
import { SymbolsButton } from './SymbolsLink';

interface FormulaProps {
  /** As site/mathematics.ts has typeset it from what stands between dollar signs. */
  readonly html: string;
  /** Whether it stands on lines of its own. */
  readonly display?: boolean;
  /** Punctuation that follows it in the text. */
  readonly after?: string;
}

/** A formula; one on lines of its own has the table of symbols at hand. */
export function Formula({ html, display, after }: FormulaProps) {
  const typeset = { __html: html };
  if (!display) {
    const formula = <span className="formula" dangerouslySetInnerHTML={typeset} />;
    if (after === undefined) return formula;
    return (
      <span className="formula-joined">
        {formula}
        {after}
      </span>
    );
  }
  return (
    <div className="formula-display">
      <Lines typeset={typeset} />
      <SymbolsButton />
    </div>
  );
}

/** A formula on lines of its own, which keys scroll where it is wider than its column. */
function Lines({ typeset }: { readonly typeset: { readonly __html: string } }) {
  const lines = useRef<HTMLDivElement>(null);
  // Until it is known: without scripts it never is.
  const [isWide, setWide] = useState(true);
  useEffect(() => {
    const element = lines.current!;
    const observer = new ResizeObserver(() => setWide(element.scrollWidth > element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={lines} className="formula-lines" tabIndex={isWide ? 0 : undefined} dangerouslySetInnerHTML={typeset} />
  );
}
