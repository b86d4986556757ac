import { PAGE_KEYS, PAGE_SPECS } from '../state/pageSettings';

/** Keys that mean the same whichever figure is first. */
const OF_THE_PAGE: ReadonlySet<string> = new Set(['v', ...PAGE_KEYS.map((key) => PAGE_SPECS[key].short)]);

/**
 * What the full page's address says, from the # on, to show an embedded figure as it is.
 * @param hash of the embedded figure, without what is an embed's own; its settings stand in it by themselves
 * @param figure the figure's id, which is gone to; null for the full page's first, whose settings stand so there, too
 */
export function fullAddress(hash: string, figure: string | null): string {
  if (figure === null) return hash;
  const place = encodeURIComponent(figure);
  const parts = hash
    .replace(/^#/, '')
    .split('&')
    .filter((part) => part.includes('='))
    .map((part) => {
      const key = part.slice(0, part.indexOf('='));
      return OF_THE_PAGE.has(key) || key.includes('.') ? part : `${place}.${part}`;
    });
  return `#${[place, ...parts].join('&')}`;
}
