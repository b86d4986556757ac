/**
 * Whether the site now serves a newer version of the page than the one that runs here, with which its files may be gone; null
 * where that cannot be told, as offline.
 */
export async function isOutdated(): Promise<boolean | null> {
  // As the document names those that this page runs.
  const scripts = [...document.querySelectorAll('script[type=module][src]')];
  try {
    const response = await fetch(location.href.replace(/#.*$/, ''), { cache: 'no-store' });
    if (response.ok) {
      const html = await response.text();
      return scripts.some((script) => !html.includes(script.getAttribute('src')!));
    }
  } catch {
    // It does not answer.
  }
  return null;
}
