/** The addresses of the scripts that this page runs, as its document names them. */
const ownScripts = (): string[] =>
  [...document.querySelectorAll('script[type="module"][src]')].map((script) => script.getAttribute('src')!);

/**
 * Whether the site now serves another version of the page than the one that runs here, whose files may be gone. False
 * where that cannot be told, as offline.
 */
export async function isOutdated(): Promise<boolean> {
  const scripts = ownScripts();
  if (scripts.length === 0) return false;
  try {
    const response = await fetch(location.href.replace(/#.*$/, ''), { cache: 'no-store' });
    if (!response.ok) return false;
    const html = await response.text();
    return scripts.some((script) => !html.includes(script));
  } catch {
    return false;
  }
}
