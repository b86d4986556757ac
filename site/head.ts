/** What a document says of itself to browsers, search engines and cards of links. */
import type { Document } from './documentTable.ts';
import { TRANSLATIONS } from './documentTable.ts';
import { escapeText } from './html.ts';
import { PAPER } from './installed.ts';

/** Pixels of the picture on a card, which `npm run shots` draws. */
const CARD = { width: 1200, height: 630 };

/** @param address of the site's root; null where it is not known */
export function headOf(document: Document, address: string | null): string {
  const { words, head, root, embed } = document;
  const at = (path: string): string => (address === null ? root + path : address + path);
  const title = embed ? head.figure : words.title;
  return [
    `<title>${escapeText(title)}</title>`,
    meta('name', 'description', head.description),
    link('icon', `${root}favicon.ico`, 'sizes="32x32"'),
    link('icon', `${root}icon.svg`, 'type="image/svg+xml"'),
    ...(embed ? [meta('name', 'robots', 'noindex'), link('canonical', at(''))] : pageHead(document, at, address)),
  ].join('\n    ');
}

/** Of a page that is to be found, passed on and installed. */
function pageHead(document: Document, at: (path: string) => string, address: string | null): string[] {
  const { words, head } = document;
  const own = at(document.address);
  const picture = at(`card-${words.code}.jpg`);
  return [
    link('apple-touch-icon', `${document.root}apple-touch-icon.png`),
    link('manifest', './site.webmanifest'),
    meta('name', 'theme-color', PAPER.light, 'media="(prefers-color-scheme: light)"'),
    meta('name', 'theme-color', PAPER.dark, 'media="(prefers-color-scheme: dark)"'),
    link('canonical', own),
    ...TRANSLATIONS.map(({ tag, document: other }) => link('alternate', at(other.address), `hreflang="${tag}"`)),
    // It speaks the language of the reader's system.
    link('alternate', at(''), 'hreflang="x-default"'),
    meta('property', 'og:type', 'website'),
    meta('property', 'og:title', words.title),
    meta('property', 'og:description', head.description),
    ...(address === null ? [] : [meta('property', 'og:url', own)]),
    meta('property', 'og:locale', head.locale),
    ...TRANSLATIONS.filter(({ document: other }) => other.words !== words).map(({ document: other }) =>
      meta('property', 'og:locale:alternate', other.head.locale),
    ),
    meta('property', 'og:image', picture),
    meta('property', 'og:image:type', 'image/jpeg'),
    meta('property', 'og:image:width', String(CARD.width)),
    meta('property', 'og:image:height', String(CARD.height)),
    meta('property', 'og:image:alt', head.card),
    meta('name', 'twitter:card', 'summary_large_image'),
    meta('name', 'twitter:title', words.title),
    meta('name', 'twitter:description', head.description),
    meta('name', 'twitter:image', picture),
    meta('name', 'twitter:image:alt', head.card),
  ];
}

function meta(kind: 'name' | 'property', name: string, content: string, more = ''): string {
  return `<meta ${kind}="${name}" content="${escapeText(content)}"${more && ` ${more}`} />`;
}

function link(rel: string, href: string, more = ''): string {
  return `<link rel="${rel}" href="${escapeText(href)}"${more && ` ${more}`} />`;
}
