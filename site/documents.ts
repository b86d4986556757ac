/** The documents of the site, and what stands in each before any script has run. */
import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { type BootWords, boot } from '../src/text/boot.ts';
import { en, type Words } from '../src/text/en.ts';
import { zh } from '../src/text/zh.ts';
import { CONTENT_POLICY, REFERRER_POLICY } from './policy.ts';

interface Document {
  /** From it to the site's root. */
  readonly root: string;
  readonly words: Words;
  /** The languages that it may turn out to be in: those of the readers' systems, or one. */
  readonly boot: readonly BootWords[];
  /** Whether it is a figure for another page, without header and text. */
  readonly embed: boolean;
}

const PATHS = ['index.html', 'zh/index.html', 'embed.html'] as const;

const DOCUMENTS: Readonly<Record<(typeof PATHS)[number], Document>> = {
  'index.html': { root: './', words: en, boot, embed: false },
  'zh/index.html': { root: '../', words: zh, boot: boot.filter(({ tag }) => tag === 'zh-Hans'), embed: false },
  'embed.html': { root: './', words: en, boot, embed: true },
};

/** Where the bundler finds them. */
export const INPUTS: string[] = PATHS.map((path) => resolve(import.meta.dirname, '..', path));

/** Another document, such as a test's, gets what the first page has. */
const documentAt = (path: string): Document =>
  DOCUMENTS[path.replace(/^\//, '') as keyof typeof DOCUMENTS] ?? DOCUMENTS['index.html'];

const escapeText = (text: string): string =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/"/g, '&quot;')
    .replace(/`([^`]+)`/g, '<code>$1</code>');

/**
 * A picture, and the sentences for whatever keeps the page's program from coming, of which boot.js shows the one that
 * holds.
 */
function standIn({ root, words, boot: all, embed }: Document): string {
  const causes = ['missing', 'file', 'sandbox', 'defect'] as const;
  const inAll = (cause: Exclude<keyof BootWords, 'tag'>, more = ''): string =>
    all.map((said) => `<p lang="${said.tag}"${more}>${escapeText(said[cause])}</p>`).join('');
  const open = all.map(({ tag, open }) => `<span lang="${tag}">${open}</span>`).join(' · ');
  return `<div class="boot">
      <noscript>${inAll('noScript')}</noscript>
      ${causes.map((cause) => inAll(cause, ` hidden data-cause="${cause}"`)).join('')}
      ${all.map(({ tag, reload }) => `<button type="button" class="button" lang="${tag}" hidden>${reload}</button>`).join('')}
      <picture>
        <source srcset="${root}poster-dark.webp" media="(prefers-color-scheme: dark)" />
        <img class="poster" src="${root}poster.webp" alt="${escapeText(words.poster.alt)}" width="1184" height="560" />
      </picture>
      <div class="boot-slow">${inAll('slow')}</div>
      ${embed ? `<p class="boot-link"><a href="${root}" target="_blank" rel="noopener">${open}</a></p>` : ''}
    </div>`;
}

/** All that a document shows until its program has come and takes its place. */
function start(document: Document): string {
  const { words, embed } = document;
  const header = `<header class="masthead"><h1>${words.title}</h1><p class="lead">${words.lead}</p></header>`;
  return `${embed ? '' : header}<main>${standIn(document)}</main>`;
}

/** What has to come before anything that a document loads. */
function first({ root }: Document, built: boolean): string {
  const policies = [
    // The development server puts scripts into documents.
    ...(built ? [`<meta http-equiv="Content-Security-Policy" content="${CONTENT_POLICY}" />`] : []),
    `<meta name="referrer" content="${REFERRER_POLICY}" />`,
  ];
  // Before the module scripts, whose failure it tells of.
  return [CHARSET, ...policies, `<script src="${root}boot.js"></script>`].join('\n    ');
}

const CHARSET = '<meta charset="utf-8" />';
const ROOT = '<div id="root"></div>';

export function documents(): Plugin {
  return {
    name: 'documents',
    transformIndexHtml: {
      order: 'post',
      handler(html, { path, server }) {
        const document = documentAt(path);
        for (const mark of [CHARSET, ROOT]) if (!html.includes(mark)) throw new Error(`${path} has no ${mark}`);
        return (
          html
            .replace('<html ', `<html data-root="${document.root}" `)
            .replace(CHARSET, first(document, server === undefined))
            .replace(ROOT, `<div id="root">${start(document)}</div>`)
            // Without CORS, so that the page is styled as a file and in a sandboxed frame, too.
            .replaceAll('<link rel="stylesheet" crossorigin', '<link rel="stylesheet"')
        );
      },
    },
  };
}
