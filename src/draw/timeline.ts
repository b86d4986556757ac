/** Draws what lies along a timeline: moments as ticks, short ones of those that are only looked at, events as dots, and the branch that was left. */
import { joined, setAttributes, svgElement } from './svg';

/** What is drawn; places are shares of the width, 0 … 1. */
export interface TimelinePicture {
  readonly moments: readonly { readonly at: number; readonly isWhole: boolean }[];
  readonly events: readonly { readonly at: number; readonly says: string }[];
  /** From where to where the former branch went; null where there is none. */
  readonly former: { readonly from: number; readonly to: number } | null;
}

/** CSS pixels: the height of the drawing, where ticks begin and end, where dots and the branch lie. */
const HEIGHT = 24;
const TICK = { from: 15, seenFrom: 17, to: 19 } as const;
const DOT = { y: 4, radius: 3 } as const;
const BRANCH = 22;

/** @param width CSS pixels */
export function paintTimeline(svg: SVGSVGElement, { moments, events, former }: TimelinePicture, width: number): void {
  const x = (share: number): number => Math.round(10 * share * width) / 10;
  setAttributes(svg, { width, height: HEIGHT, viewBox: `0 0 ${width} ${HEIGHT}` });
  const path = (what: string, d: string): void => {
    const [line] = joined(
      svg,
      what,
      [what],
      (key) => key,
      () => svgElement('path', { class: `timeline-${what}` }),
    );
    setAttributes(line!, { d });
  };
  const ticks = moments.map(({ at, isWhole }) => `M${x(at)} ${isWhole ? TICK.from : TICK.seenFrom}V${TICK.to}`);
  path('moments', ticks.join(''));
  path('former', former === null ? '' : `M${x(former.from)} ${TICK.to}V${BRANCH}H${x(former.to)}`);
  const dots = joined(
    svg,
    'event',
    events.map((event, i) => ({ ...event, i })),
    ({ i }) => i,
    () => {
      const dot = svgElement('circle', { class: 'timeline-event', cy: DOT.y, r: DOT.radius });
      dot.append(svgElement('title'));
      return dot;
    },
  );
  dots.forEach((dot, i) => {
    const { at, says } = events[i]!;
    setAttributes(dot, { cx: x(at) });
    if (dot.firstChild!.textContent !== says) dot.firstChild!.textContent = says;
  });
}
