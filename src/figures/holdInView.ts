/** What a reader does who goes on from there. */
const MOVES = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;

/** CSS pixels below which a place is the same: places of scrolled pages are rounded. */
const SAME = 1;

/**
 * Brings an element of the page into view, and holds it there while the page above it grows, as it does when figures come,
 * until the reader presses, scrolls or types. Browsers that anchor what is scrolled to do so only while that element stays
 * the same, and WebKit not at all.
 * @param place its id; another element may take it over
 * @returns what ends the hold; null where there is none of that name
 */
export function holdInView(place: string): (() => void) | null {
  const bring = (): boolean => {
    const element = document.getElementById(place);
    element?.scrollIntoView();
    return element !== null;
  };
  if (!bring()) return null;
  /** How far below the top of the page it begins, and how far the page is scrolled. */
  const now = (): { readonly below: number; readonly scrolled: number } => {
    const top = document.getElementById(place)?.getBoundingClientRect().top ?? Number.NaN;
    return { below: top + scrollY, scrolled: scrollY };
  };
  let known = now();
  const keep = (): void => {
    if (Math.abs(now().below - known.below) < SAME) return;
    bring();
    known = now();
  };
  const observer = new ResizeObserver(keep);
  observer.observe(document.body);
  const end = (): void => {
    observer.disconnect();
    removeEventListener('scroll', look);
    for (const move of MOVES) removeEventListener(move, end, true);
  };
  /** A scroll that nothing on the page has moved for is the reader's, by a scroll bar or a search. */
  const look = (): void => {
    const { below, scrolled } = now();
    if (Math.abs(below - known.below) < SAME && Math.abs(scrolled - known.scrolled) >= SAME) end();
  };
  addEventListener('scroll', look, { passive: true });
  for (const move of MOVES) addEventListener(move, end, { capture: true, passive: true });
  return end;
}
