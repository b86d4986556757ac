/**
 * Whether the site now serves the version of the page that runs here, or a newer one, with which its files may be gone;
 * `unknown` where that cannot be told, as offline.
 */
export async function freshness(): Promise<'same' | 'newer' | 'unknown'> {
  // As the document names those that this page runs.
  const scripts = [...document.querySelectorAll('script[type=module][src]')];
  try {
    const response = await fetch(location.href.replace(/#.*$/, ''), { cache: 'no-store' });
    if (scripts.length > 0 && response.ok) {
      const html = await response.text();
      return scripts.every((script) => html.includes(script.getAttribute('src')!)) ? 'same' : 'newer';
    }
  } catch {
    // It does not answer.
  }
  return 'unknown';
}
