/** Share of a slider's way from where a finger was put down beyond which it counts as sliding. */
const SLIDES = 0.02;

/** CSS pixels up or down that a finger which taps may move. */
const TAP = 10;

/** A finger on a slider. */
interface Held {
  readonly slider: HTMLInputElement;
  /** Where it was put down. */
  readonly at: Pick<PointerEvent, 'pointerId' | 'clientX' | 'clientY'>;
  /** Its value before. */
  readonly before: string;
  /** Its value under the finger; null until the browser has set it. */
  first: string | null;
  /** The last that was held back. */
  last: string;
  sliding: boolean;
}

const isSlider = (target: EventTarget | null): target is HTMLInputElement =>
  target instanceof HTMLInputElement && target.type === 'range';

const share = ({ min, max }: HTMLInputElement, from: string, to: string): number =>
  Math.abs(Number(to) - Number(from)) / (Number(max || 100) - Number(min || 0));

/** Past what React notes of a field: what is set so counts as the reader's own. */
const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!;

/**
 * Holds back what a slider is set to by a finger that is put down on it, until it slides or is lifted: one that scrolls the
 * page from there leaves the slider as it was. Chromium sets it at the first touch, whatever comes of that.
 * @returns what ends it
 */
export function holdTouch(): () => void {
  let held: Held | null = null;
  const down = (at: PointerEvent): void => {
    const { target, pointerType, isPrimary } = at;
    // A second finger, which pinches, leaves the first its slider until that is taken from it.
    if (!isPrimary) return;
    const isOne = pointerType === 'touch' && isSlider(target);
    const before = isOne ? target.value : '';
    held = isOne ? { slider: target, at, before, first: null, last: before, sliding: false } : null;
  };
  const changed = (event: Event): void => {
    if (held === null || event.target !== held.slider || held.sliding) return;
    const { value } = held.slider;
    held.first ??= value;
    held.last = value;
    if (share(held.slider, held.first, value) > SLIDES) held.sliding = true;
    else event.stopImmediatePropagation();
  };
  const ended = ({ type, pointerId, clientX, clientY }: PointerEvent): void => {
    if (held?.at.pointerId !== pointerId) return;
    const { slider, at, before, first, last, sliding } = held;
    held = null;
    if (first === null || sliding) return;
    const down = Math.abs(clientY - at.clientY);
    const isTap = type === 'pointerup' && (down < TAP || down < Math.abs(clientX - at.clientX));
    if (isTap) {
      setValue.call(slider, last);
      slider.dispatchEvent(new Event('input', { bubbles: true }));
    } else slider.value = before;
  };
  const end = new AbortController();
  // Before the page hears of it.
  const first = { capture: true, signal: end.signal };
  addEventListener('pointerdown', down, first);
  for (const name of ['pointerup', 'pointercancel'] as const) addEventListener(name, ended, first);
  for (const name of ['input', 'change'] as const) addEventListener(name, changed, first);
  return () => end.abort();
}
