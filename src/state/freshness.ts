/** The address of the script that this page runs, as its document names it. */
const ownScript = (): string | null =>
  document.querySelector('script[type="module"][src]')?.getAttribute('src') ?? null;

/**
 * Whether the site now serves another version of the page than the one that runs here, whose files may be gone. False
 * where that cannot be told, as offline.
 */
export async function isOutdated(): Promise<boolean> {
  const script = ownScript();
  if (script === null) return false;
  try {
    const response = await fetch(location.href.replace(/#.*$/, ''), { cache: 'no-store' });
    return response.ok && !(await response.text()).includes(script);
  } catch {
    return false;
  }
}
