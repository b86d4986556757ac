import { defaultsOf, type SpecOf } from './specs';

/** What a reader may change of the page: how it speaks and looks, whatever its figures show. */
export interface PageSettings {
  /** Whether figures train as soon as they are seen. */
  autoplay: boolean;
  lang: 'auto' | 'en' | 'zh';
  theme: 'auto' | 'light' | 'dark';
}

export type PageKey = keyof PageSettings;

const PAGE_SETTINGS = {
  autoplay: { kind: 'flag', default: true, short: 'play', group: 'page', restart: false },
  lang: {
    kind: 'choice',
    default: 'auto',
    choices: ['auto', 'en', 'zh'],
    short: 'lang',
    group: 'page',
    restart: false,
  },
  theme: {
    kind: 'choice',
    default: 'auto',
    choices: ['auto', 'light', 'dark'],
    short: 'theme',
    group: 'page',
    restart: false,
  },
} as const satisfies { [K in PageKey]: SpecOf<PageSettings[K]> };

export const PAGE_KEYS = Object.keys(PAGE_SETTINGS) as PageKey[];

export const PAGE_SPECS: { readonly [K in PageKey]: SpecOf<PageSettings[K]> } = PAGE_SETTINGS;

export const defaultPageSettings = (): PageSettings => defaultsOf<PageSettings>(PAGE_SPECS);
