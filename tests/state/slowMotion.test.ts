import { describe, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { posteriorsOf } from '../../src/math/posterior';
import type { Lab } from '../../src/state/lab';
import type { LabState } from '../../src/state/labState';
import { Selection } from '../../src/state/selection';
import { defaultSettings } from '../../src/state/settings';
import { SlowMotion, STAGES } from '../../src/state/slowMotion';
import { NOTHING_STAGED, type Staged } from '../../src/state/staged';
import type { Frame } from '../../src/worker/frameProtocol';
import type { NextStep } from '../../src/worker/jobAnswers';
import { frameOf, turn } from '../support/fakeClient';
import { datasetOf } from '../support/labs';

const posteriors = posteriorsOf('diagonal', 2, {
  mu: Float32Array.of(0, 0, 1, 1),
  logVar: new Float32Array(4),
  lower: null,
});

/** The image of the step. */
const TAKEN = Float32Array.of(0.25);

/** A lab that rests at a step, takes steps at once, and answers surveys when the test says so. */
function open({ playing = false, step = 7 } = {}) {
  const listeners = new Set<(frame: Frame) => void>();
  const asked: { selected: number | null; answer(): Promise<void>; fail(error: Error): Promise<void> }[] = [];
  const timers: (() => void)[] = [];
  const motions: (() => void)[] = [];
  let time = 0;
  const store = createStore(
    () => ({ settings: defaultSettings(), playing, failure: null, dataset: datasetOf() }) as unknown as LabState,
  );
  const lab = {
    store,
    staged: createStore<Staged>(() => NOTHING_STAGED),
    selection: new Selection(() => 3),
    dataset: datasetOf(),
    frame: frameOf({ step, training: playing }) as Frame | null,
    on(_: 'frame', listener: (frame: Frame) => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    survey: (_: 'nextStep', { selected }: { selected: number | null }) =>
      new Promise((resolve, reject) => {
        const at = lab.frame!.step;
        const settle = (what: () => void) => async () => {
          what();
          await turn();
        };
        asked.push({
          selected,
          answer: settle(() =>
            resolve({ step: at, posteriors, images: [{ index: 1, place: 0, pixels: TAKEN }] } as unknown as NextStep),
          ),
          fail: (error) => settle(() => reject(error))(),
        });
      }),
    step: vi.fn(async () => {
      show({ step: lab.frame!.step + 1 });
      return lab.frame!;
    }),
    encode: vi.fn(async () => ({ mu: Float32Array.of(0.1, 0), logVar: new Float32Array(2), lower: null })),
    timeline: { isWatched: true },
    isAwake: true,
    play: vi.fn(() => store.setState({ playing: true })),
    pause: vi.fn(() => store.setState({ playing: false })),
  };
  const show = (changes: Partial<Frame>): void => {
    lab.frame = { ...lab.frame!, training: false, ...changes };
    for (const listener of listeners) listener(lab.frame);
  };
  const motion = new SlowMotion(lab as unknown as Lab, {
    now: () => time,
    after: (_, then) => {
      timers.push(then);
      return () => void timers.splice(0);
    },
    nextFrame: (then) => motions.push(then),
  });
  return {
    lab,
    motion,
    asked,
    listeners,
    timers,
    show,
    scene: () => motion.scene!,
    async wait(): Promise<void> {
      for (const then of timers.splice(0)) then();
      await turn();
    },
    animate(ms: number): void {
      time += ms;
      for (const then of motions.splice(0)) then();
    },
  };
}

/** In slow motion, with its step. */
async function entered() {
  const made = open();
  made.motion.enter();
  await made.asked[0]!.answer();
  return made;
}

describe('slow motion', () => {
  it('pauses the lab and asks for the step after the one that it rests at', async () => {
    const { lab, motion, asked, show, scene } = open({ playing: true });
    motion.enter();
    expect(lab.pause).toHaveBeenCalled();
    // The last frame of the training is of an earlier step.
    expect(asked).toHaveLength(0);
    show({ step: 9 });
    await asked[0]!.answer();
    expect(scene()).toMatchObject({ stage: 'batch', step: { step: 9 }, after: null });
    motion.leave();
    expect(motion.scene).toBeNull();
    expect(lab.play).toHaveBeenCalled();
  });

  it('leaves a lab at rest that rested before, and nothing that listens', async () => {
    const { lab, motion, listeners } = await entered();
    motion.leave();
    expect(lab.play).not.toHaveBeenCalled();
    expect(listeners.size).toBe(0);
  });

  it('goes through its stages, and takes the step at the last, once', async () => {
    const { lab, motion, scene } = await entered();
    for (const stage of STAGES.slice(1)) {
      expect(lab.step).not.toHaveBeenCalled();
      motion.forward();
      expect(scene().stage).toBe(stage);
    }
    await turn();
    expect(lab.step).toHaveBeenCalledOnce();
    expect([...scene().after!.mu]).toEqual([expect.closeTo(0.1, 6), 0]);
    // The image as the step took it, which may be a draw of the one in the data.
    expect(lab.encode).toHaveBeenCalledExactlyOnceWith(TAKEN);
    motion.back();
    expect(scene()).toMatchObject({ stage: 'pulls', step: { step: 7 } });
    motion.forward();
    await turn();
    expect(lab.step).toHaveBeenCalledOnce();
  });

  it('goes on with the next step after the last stage, or when it is told to', async () => {
    const { lab, motion, asked, scene } = await entered();
    motion.go('move');
    await turn();
    motion.forward();
    await turn();
    await asked[1]!.answer();
    expect(scene()).toMatchObject({ stage: 'batch', step: { step: 8 }, after: null });
    await motion.nextStep();
    expect(lab.step).toHaveBeenCalledTimes(2);
    await asked[2]!.answer();
    expect(scene()).toMatchObject({ stage: 'batch', step: { step: 9 } });
  });

  it('keeps its stage when a setting changes, and shows the numbers that follow', async () => {
    const { lab, motion, asked, show, scene } = await entered();
    motion.go('pulls');
    lab.store.setState(({ settings }) => ({ settings: { ...settings, beta: 4 } }));
    // The frame that shows the change.
    show({});
    expect(asked).toHaveLength(2);
    await asked[1]!.answer();
    expect(scene().stage).toBe('pulls');
    show({});
    expect(asked).toHaveLength(2);
  });

  it('follows the selected image, and a step that somebody else takes', async () => {
    const { lab, asked, show, scene } = await entered();
    lab.selection.select(2);
    expect(asked.at(-1)!.selected).toBe(2);
    await asked.at(-1)!.answer();
    show({ step: 30 });
    expect(scene()).toMatchObject({ stage: 'batch', step: null });
    await asked.at(-1)!.answer();
    expect(scene().step!.step).toBe(30);
  });

  it('ends when the lab trains, which then goes on, and when it fails', async () => {
    const { lab, motion } = await entered();
    lab.play();
    expect(motion.scene).toBeNull();
    expect(lab.pause).toHaveBeenCalledOnce();
    const other = await entered();
    other.lab.store.setState({ failure: { kind: 'defect', message: 'gone' } });
    expect(other.motion.scene).toBeNull();
  });

  it('asks again where its moment has gone, and says what else is wrong', async () => {
    const { motion, asked, show, scene } = open();
    motion.enter();
    await asked[0]!.fail(new DOMException('gone', 'AbortError'));
    expect(scene().lacks).toBeNull();
    show({});
    expect(asked).toHaveLength(2);
    await asked[1]!.fail(new RangeError('there is no next step'));
    expect(scene().lacks).toEqual(new RangeError('there is no next step'));
  });

  it('goes on by itself until it is stopped, through the step and to the next', async () => {
    const { motion, asked, timers, wait, scene } = await entered();
    motion.play();
    for (const stage of STAGES.slice(1)) {
      await wait();
      expect(scene().stage).toBe(stage);
    }
    await wait();
    await asked[1]!.answer();
    expect(scene()).toMatchObject({ stage: 'batch', playing: true, step: { step: 8 } });
    await wait();
    motion.pause();
    expect(timers).toEqual([]);
    expect(scene()).toMatchObject({ stage: 'ellipses', playing: false });
  });

  it('waits while nobody sees it, and wakes no lab', async () => {
    const { lab, motion, wait, scene } = await entered();
    motion.play();
    for (const [of, name] of [
      [lab.timeline, 'isWatched'],
      [lab, 'isAwake'],
    ] as const) {
      Object.assign(of, { [name]: false });
      for (let i = 0; i < 10; i++) await wait();
      expect(scene().stage).toBe('batch');
      Object.assign(of, { [name]: true });
    }
    expect(lab.step).not.toHaveBeenCalled();
    await wait();
    expect(scene().stage).toBe(STAGES[1]);
  });

  it('moves what moves in its time, and at once where motion is left out', async () => {
    const { motion, animate, scene } = await entered();
    motion.go('sample');
    expect(scene().progress).toBe(0);
    animate(450);
    expect(scene().progress).toBeCloseTo(0.5, 6);
    animate(2000);
    expect(scene().progress).toBe(1);
    motion.still = true;
    motion.go('noise');
    motion.go('sample');
    expect(scene().progress).toBe(1);
  });
});
