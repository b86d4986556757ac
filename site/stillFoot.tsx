/** The foot of the page as it stands in a document before any script. */
import { renderToStaticMarkup } from 'react-dom/server';
import { bibtex } from '../src/article/citation';
import { FootText } from '../src/article/FootText';
import { footWords } from '../src/text/foot';
import { siteAddress } from './address';
import type { Document } from './documentTable';

/** @returns HTML of one element. Where the site's address is not known, the entry to cite the page by has none. */
export function renderFoot({ words, root, address }: Document): string {
  const site = siteAddress();
  return renderToStaticMarkup(
    <FootText language={words.code} words={words} root={root}>
      <details className="cite">
        <summary>{footWords[words.code].cite}</summary>
        <pre>
          <code>{bibtex(site === null ? null : site + address)}</code>
        </pre>
      </details>
    </FootText>,
  );
}
