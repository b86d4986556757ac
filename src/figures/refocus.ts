/** What keys reach. */
const REACHED =
  'a[href], button:not(:disabled), input:not(:disabled, [hidden]), select:not(:disabled), textarea, summary, [tabindex="0"]';

/** Places in which what comes next takes over: pins, say, one below the other. */
const LIST = 'ol, ul, [role="alert"]';

/** Pictures that what a key or a press leads to may be late by. */
const LATE = 10;

/** An element around the one that has the focus, and how many that keys reach come before that in it. */
interface Around {
  readonly element: Element;
  readonly before: number;
}

/**
 * Where the reader puts away what has the focus (an image's card, a pin in a list, a message), the focus goes to what is
 * next in its list, else to the latent plane of its figure, else to what is first around it: left to the browser, keys would
 * be of no figure any more.
 * @returns what ends it
 */
export function refocus(): () => void {
  let asked: number | undefined;
  const look = (held: Element, around: readonly Around[], left: number): void => {
    asked = requestAnimationFrame(() => {
      const { activeElement } = document;
      if (activeElement === held && held.isConnected) {
        if (left > 0) look(held, around, left - 1);
      } else if (activeElement === null || activeElement === document.body) {
        if (!held.isConnected) restore(around);
        else if (left > 0) look(held, around, left - 1);
      }
    });
  };
  const note = (): void => {
    const held = document.activeElement;
    if (asked !== undefined) cancelAnimationFrame(asked);
    if (held === null || held === document.body) return;
    look(held, aroundOf(held), LATE);
  };
  // Before anybody hears of it, since it may be gone then.
  const events = ['click', 'keydown'] as const;
  for (const each of events) addEventListener(each, note, true);
  return () => {
    for (const each of events) removeEventListener(each, note, true);
    if (asked !== undefined) cancelAnimationFrame(asked);
  };
}

function aroundOf(held: Element): Around[] {
  const around: Around[] = [];
  for (let element = held.parentElement; element !== null; element = element.parentElement)
    around.push({
      element,
      before: element.matches(LIST) ? [...element.querySelectorAll(REACHED)].indexOf(held) : 0,
    });
  return around;
}

function restore(around: readonly Around[]): void {
  const there = around.filter(({ element }) => element.isConnected);
  const nearest = there[0];
  if (nearest === undefined) return;
  const next = nearest.element.matches(LIST) ? [...nearest.element.querySelectorAll<HTMLElement>(REACHED)] : [];
  const figure = nearest.element.closest('.figure');
  const found =
    next[Math.min(nearest.before, next.length - 1)] ??
    figure?.querySelector<HTMLElement>('.plane [tabindex="0"]') ??
    // A figure without such a plane, as that of a sweep.
    (figure && nearest.element.querySelector<HTMLElement>(REACHED));
  found?.focus({ preventScroll: true });
}
