/** Ms of training that may wait in the GPU's queue: a frame or a slider waits behind it. */
const LEAD = 40;

/** Steps that may wait at least: a first guess, and enough to see how fast the GPU is. */
const LEAST = 4;

/** Fences in a full queue: the GPU is given more before it has done all. */
const FENCES = 4;

/** How far the steps that were queued are ahead of those that the GPU has done. */
export interface Lead {
  /** Notes a step that has just been queued. */
  queued(): void;
  /** Whether the GPU has about `LEAD` ms of steps in hand. Browsers tell of its progress between tasks only. */
  readonly full: boolean;
  dispose(): void;
}

/**
 * Without it a thread that queues steps faster than the GPU does them is held up only by the browser's own limit,
 * which is seconds of training away. How soon the fences among the steps pass says how many steps are enough.
 */
export function createLead(gl: WebGL2RenderingContext): Lead {
  /** Under way, the oldest first; each closes a number of steps. */
  let fences: { readonly sync: WebGLSync | null; readonly steps: number; readonly at: number }[] = [];
  /** Steps since the last fence. */
  let open = 0;
  /** Steps before it that are not known to be done. */
  let closed = 0;
  let allowed = LEAST;
  let passedAt = 0;

  const forget = (): void => {
    for (const { sync } of fences) gl.deleteSync(sync);
    fences = [];
    closed = open = 0;
  };

  const look = (): void => {
    if (fences.length === 0) return;
    if (gl.isContextLost()) {
      forget();
      return;
    }
    const since = Math.max(passedAt, fences[0]!.at);
    let done = 0;
    for (let next = fences[0]; next?.sync; next = fences[0]) {
      if (gl.getSyncParameter(next.sync, gl.SYNC_STATUS) !== gl.SIGNALED) break;
      done += next.steps;
      gl.deleteSync(next.sync);
      fences.shift();
    }
    if (done === 0) return;
    closed -= done;
    passedAt = performance.now();
    allowed = Math.max(LEAST, (done * LEAD) / Math.max(1, passedAt - since));
  };

  return {
    queued() {
      open += 1;
      if (open < allowed / FENCES || fences.length === FENCES) return;
      fences.push({ sync: gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0), steps: open, at: performance.now() });
      gl.flush();
      closed += open;
      open = 0;
    },
    get full() {
      look();
      return fences.length > 0 && closed + open >= allowed;
    },
    dispose: forget,
  };
}
