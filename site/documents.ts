/** Writes the documents of the site: their heads, and what stands in each before any script has run. */
import type { Plugin } from 'vite';
import type { BootWords } from '../src/text/boot.ts';
import { poster } from '../src/text/poster.ts';
import { siteAddress } from './address.ts';
import { articleStyles, stillPartsIn } from './article.ts';
import { type Document, documentAt } from './documentTable.ts';
import { preloadImports } from './entryScript.ts';
import { headOf } from './head.ts';
import { escapeText } from './html.ts';
import { CONTENT_POLICY, REFERRER_POLICY } from './policy.ts';
import type { StillParts } from './stillArticle.tsx';

/** What stands between backticks is code. */
const prose = (text: string): string => escapeText(text).replace(/`([^`]+)`/g, '<code>$1</code>');

/**
 * A picture, and the sentences for whatever keeps the page's program from coming, of which boot.js shows the one that
 * holds.
 */
function standIn({ root, words, boot: all, embed }: Document): string {
  const causes = ['missing', 'file', 'sandbox', 'defect'] as const;
  const inAll = (cause: Exclude<keyof BootWords, 'tag'>, more = ''): string =>
    all.map((said) => `<p lang="${said.tag}"${more}>${prose(said[cause])}</p>`).join('');
  const open = all.map(({ tag, open }) => `<span lang="${tag}">${open}</span>`).join(' · ');
  return `<div class="boot">
      <noscript>${inAll('noScript')}</noscript>
      ${causes.map((cause) => inAll(cause, ` hidden data-cause="${cause}"`)).join('')}
      ${all.map(({ tag, reload }) => `<button type="button" class="button" lang="${tag}" hidden>${reload}</button>`).join('')}
      <picture>
        <source srcset="${root}poster-dark.webp" media="(prefers-color-scheme: dark)" />
        <img class="poster" src="${root}poster.webp" alt="${escapeText(poster[words.code].alt)}" width="1184" height="560" />
      </picture>
      <div class="boot-slow">${inAll('slow')}</div>
      ${embed ? `<p class="boot-link"><a href="${root}" target="_blank" rel="noopener">${open}</a></p>` : ''}
    </div>`;
}

/**
 * All that a document shows until its program has come and takes its place.
 * @param still what stands below the picture; null where nothing does
 */
function start(document: Document, still: StillParts | null): string {
  const { words, embed } = document;
  const header = `<header class="masthead"><h1>${words.title}</h1><p class="lead">${words.lead}</p></header>`;
  return `${embed ? '' : header}<main>${standIn(document)}${still?.article ?? ''}</main>${still?.foot ?? ''}`;
}

/** The head of a document, but for its program. The policies come before anything that is loaded. */
function head(document: Document, built: boolean): string {
  const policies = [
    // The development server puts scripts into documents.
    ...(built ? [`<meta http-equiv="Content-Security-Policy" content="${CONTENT_POLICY}" />`] : []),
    `<meta name="referrer" content="${REFERRER_POLICY}" />`,
  ];
  // Before the module scripts, whose failure it tells of.
  const boot = `<script src="${document.root}boot.js"></script>`;
  return [CHARSET, ...policies, boot, headOf(document, siteAddress())].join('\n    ');
}

const CHARSET = '<meta charset="utf-8" />';
const ROOT = '<div id="root"></div>';

/** A style sheet that holds nothing up: boot.js turns it on once the page is there; without scripts it is on at once. */
const lateStyle = (href: string): string =>
  `<link rel="stylesheet" href="${href}" media="print" data-late /><noscript><link rel="stylesheet" href="${href}" /></noscript>`;

export function documents(): Plugin {
  return {
    name: 'documents',
    transformIndexHtml: {
      order: 'post',
      async handler(html, { path, server, bundle }) {
        // The page that the test runner brings.
        if (path.startsWith('/@fs/')) return html;
        const document = documentAt(path);
        for (const mark of [CHARSET, ROOT]) if (!html.includes(mark)) throw new Error(`${path} has no ${mark}`);
        // While the site is developed the text comes with its script.
        const styles = bundle === undefined || document.embed ? null : articleStyles(bundle);
        const still = styles === null ? null : await stillPartsIn(document.words.code);
        const scripted = bundle === undefined ? html : preloadImports(html, path.replace(/^\//, ''), bundle);
        return (
          scripted
            .replace('<html ', `<html data-root="${document.root}" `)
            .replace(
              CHARSET,
              [
                head(document, server === undefined),
                ...(styles ?? []).map((file) => lateStyle(document.root + file)),
              ].join('\n    '),
            )
            .replace(ROOT, `<div id="root">${start(document, still)}</div>`)
            // Without CORS, so that the page is styled as a file and in a sandboxed frame, too.
            .replaceAll('<link rel="stylesheet" crossorigin', '<link rel="stylesheet"')
        );
      },
    },
  };
}
