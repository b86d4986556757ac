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
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long formula is scrolled by keys, too */}
      <div className="formula-lines" tabIndex={0} dangerouslySetInnerHTML={typeset} />
      <SymbolsButton />
    </div>
  );
}
