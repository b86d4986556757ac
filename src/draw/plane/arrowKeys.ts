/** Share of the visible window that an arrow key moves a pin or the cross; with Shift a pin moves a tenth of it. */
export const NUDGE = 1 / 50;

/** Unit steps of the arrow keys on the plane, y upwards. */
export const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};
