import type { ComponentType } from 'react';
import type { Language } from '../text';
import { titles } from '../text/titles';
import { parts } from './parts';
import { SymbolsByKeys } from './parts/SymbolsLink';
import { SectionContext } from './scene';
import { type Section, textId } from './section';

interface SectionBodyProps {
  readonly section: Section;
  /** Its place in the article; the first is about the lab and has none. */
  readonly number: number;
  readonly language: Language;
  readonly Text: ComponentType<{ components: typeof parts }>;
}

/** A section with its text: its title, under which it is linked to, and what its file says. */
export default function SectionBody({ section: { id }, number, language, Text }: SectionBodyProps) {
  return (
    <SectionContext value={id}>
      <h2 id={textId(id)} tabIndex={-1}>
        {number > 0 && <span className="section-number">{number}</span>}
        {titles[language][id]}
      </h2>
      <SymbolsByKeys />
      <Text components={parts} />
    </SectionContext>
  );
}
