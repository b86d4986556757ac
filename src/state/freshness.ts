/** The addresses of the scripts that this page runs, as its document names them. */
const ownScripts = (): string[] =>
  [...document.querySelectorAll('script[type="module"][src]')].map((script) => script.getAttribute('src')!);

/**
 * Whether the site now serves the version of the page that runs here, or a newer one, with which its files may be gone;
 * `unknown` where that cannot be told, as offline.
 */
export async function freshness(): Promise<'same' | 'newer' | 'unknown'> {
  const scripts = ownScripts();
  if (scripts.length === 0) return 'unknown';
  try {
    const response = await fetch(location.href.replace(/#.*$/, ''), { cache: 'no-store' });
    if (!response.ok) return 'unknown';
    const html = await response.text();
    return scripts.some((script) => !html.includes(script)) ? 'newer' : 'same';
  } catch {
    return 'unknown';
  }
}
