/**
 * Lets the labs of a page draw one after the other: one picture an animation frame, however many have one ready, so that
 * a page of many figures answers as one of a single figure does.
 * @param request calls back when the next picture is due: requestAnimationFrame in a page
 * @returns what a lab gives its pictures to
 */
export function createDrawQueue(request: (draw: () => void) => void): (draw: () => void) => void {
  const waiting: (() => void)[] = [];
  const next = (): void => {
    const draw = waiting.shift();
    if (waiting.length > 0) request(next);
    draw?.();
  };
  return (draw) => {
    waiting.push(draw);
    if (waiting.length === 1) request(next);
  };
}
