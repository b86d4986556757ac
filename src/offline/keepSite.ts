/** Ms to wait for a quiet moment after the page has come. */
const PATIENCE = 5000;

/**
 * Has the browser keep the whole site for when there is no network, once the visit has settled. A visit does not need
 * it: where the browser has no such thing, refuses it or is to save data, nothing is kept and nothing is said.
 * @param root absolute address of the site's root, ending in a slash
 */
export function keepSite(root: string): void {
  // A figure in a post is no visit, and what is kept for it could be used by that post alone.
  if (window.top !== window || import.meta.env.DEV || !('serviceWorker' in navigator) || savesData()) return;
  const keep = async (): Promise<void> => {
    try {
      await navigator.serviceWorker.register(`${root}sw.js`, { updateViaCache: 'none' });
    } catch {
      // Refused, or no longer to be had.
    }
  };
  const whenIdle = (): void => {
    // A machine that trains at full speed may never be idle, and not every browser tells.
    if ('requestIdleCallback' in window) requestIdleCallback(keep, { timeout: PATIENCE });
    else setTimeout(keep, PATIENCE);
  };
  if (document.readyState === 'complete') whenIdle();
  else addEventListener('load', whenIdle, { once: true });
}

const savesData = (): boolean =>
  (navigator as { connection?: { readonly saveData?: boolean } }).connection?.saveData === true;
