import type { Detail } from '../state/detail';
import { DetailGauge } from '../state/detailGauge';
import type { FramePump } from '../state/framePump';
import type { Lab } from '../state/lab';

/** Ms without a frame of a run that trains after which nobody looks at the time between animation frames any more. */
const ENDED = 500;

/** Ms after something that the reader does for which the page counts as being used. */
const USED = 2000;

/** What a reader does. */
const DEEDS = ['pointerdown', 'pointermove', 'pointerup', 'pointercancel', 'keydown', 'wheel', 'scroll'] as const;

/** What it needs of a lab. */
type WatchedLab = Pick<Lab, 'on' | 'store'> & { readonly run: { readonly pump: Pick<FramePump, 'setMost'> } };

/** How much is drawn of a lab from now on while it trains. */
function draw({ store, run }: WatchedLab, detail: Detail): void {
  run.pump.setMost(detail.most);
  store.setState({ detail });
}

/**
 * Has labs draw less while they train where the page cannot keep up, and all of it again where it can. The time between
 * animation frames tells, not that between pictures: those may be rare because a step of a large model takes long, and no
 * coarser picture would help.
 * @param nextFrame calls back with the time of the next animation frame, in ms of `now`: requestAnimationFrame
 * @param page where what the reader does is heard: the window
 * @returns what ends it
 */
export function watchDetail(
  labs: readonly WatchedLab[],
  nextFrame: (look: (now: number) => void) => void,
  now: () => number,
  page: EventTarget,
): () => void {
  const gauge = new DetailGauge();
  let looking = false;
  let trainedAt = Number.NEGATIVE_INFINITY;
  let last = 0;
  let usedAt = Number.NEGATIVE_INFINITY;
  let ended = false;
  /** Whether a button or a finger is down: a slider that is held is in use, whether it moves or not. */
  let held = false;
  const use = (event: Event): void => {
    usedAt = now();
    if ('buttons' in event) held = event.buttons !== 0;
  };
  // Boxes that scroll inside the page do not bubble their scrolling.
  for (const deed of DEEDS) page.addEventListener(deed, use, { capture: true, passive: true });
  const look = (time: number): void => {
    if (ended) return;
    if (gauge.note(time - last, held || time - usedAt < USED)) for (const lab of labs) draw(lab, gauge.detail);
    last = time;
    looking = time - trainedAt < ENDED;
    if (looking) nextFrame(look);
  };
  const ends = labs.map((lab) =>
    lab.on('frame', ({ training }) => {
      if (!training) return;
      trainedAt = now();
      if (looking) return;
      looking = true;
      gauge.begin();
      nextFrame((time) => {
        last = time;
        nextFrame(look);
      });
    }),
  );
  return () => {
    ended = true;
    for (const end of ends) end();
    for (const deed of DEEDS) page.removeEventListener(deed, use, { capture: true });
  };
}
