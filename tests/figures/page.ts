import { createElement, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { themeOf } from '../../src/draw/theme';
import { PageContext } from '../../src/figures/context';
import type { Site } from '../../src/panels/context';
import { loadWords } from '../../src/text';
import { rendered } from '../support/rendered';

/** What was mounted on a page, and what ends it. */
export interface OnPage {
  readonly root: HTMLElement;
  unmount(): void;
}

/** Mounts parts of a figure on a page of this site, in English, and waits until they are there. */
export async function mountOnPage(parts: ReactNode, site: Site): Promise<OnPage> {
  const context = {
    site,
    words: await loadWords('en'),
    language: 'en',
    theme: themeOf(false),
    still: true,
    hidden: new Set<never>(),
  } as const;
  const root = document.body.appendChild(document.createElement('div'));
  const react = createRoot(root);
  await rendered(react, createElement(PageContext, { value: context }, parts));
  return {
    root,
    unmount() {
      react.unmount();
      root.remove();
    },
  };
}
