import { useRef, useState } from 'react';
import { usePage } from '../figures/context';
import { type CiteWords, citeWords } from '../text/cite';
import { bibtex } from './citation';

/** The page's own address, without what it shows at present. */
const ownAddress = (): string => document.querySelector<HTMLLinkElement>('link[rel="canonical"]')!.href;

export default function CiteBody() {
  const said = citeWords[usePage().language];
  const entry = useRef<HTMLElement>(null);
  const [outcome, setOutcome] = useState<keyof CiteWords | null>(null);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(bibtex(ownAddress()));
      setOutcome('copied');
    } catch {
      getSelection()?.selectAllChildren(entry.current!);
      setOutcome('selected');
    }
  };
  return (
    <>
      <pre>
        <code ref={entry}>{bibtex(ownAddress())}</code>
      </pre>
      <button type="button" className="button" onClick={() => void copy()}>
        {said.copy}
      </button>{' '}
      <span role="status">{outcome !== null && said[outcome]}</span>
    </>
  );
}
