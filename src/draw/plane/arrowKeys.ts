type KeyEvent = Pick<KeyboardEvent, 'ctrlKey' | 'metaKey' | 'altKey'>;

/** Share of the visible window that an arrow key moves a pin or the cross; with Shift a pin moves a tenth of it. */
export const NUDGE = 1 / 50;

/** Whether a key is held with one that makes it the browser's: Alt with an arrow goes back. */
export const isModified = ({ ctrlKey, metaKey, altKey }: KeyEvent): boolean => ctrlKey || metaKey || altKey;

/** Unit steps of the arrow keys on the plane, y upwards. */
export const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};
