import { expect, it } from 'vitest';
import { watchDetail } from '../../src/figures/watchDetail';
import { type Detail, FULL } from '../../src/state/detail';
import type { Frame } from '../../src/worker/frameProtocol';

/** A page whose animation frames the test makes, with labs that note what they are to draw. */
function openPage() {
  let time = 0;
  const page = new EventTarget();
  const asked: ((now: number) => void)[] = [];
  const made = Array.from({ length: 2 }, () => ({
    listeners: new Set<(frame: Frame) => void>(),
    drawn: [] as Detail[],
    mosts: [] as (number | null)[],
  }));
  const labs = made.map(({ listeners, drawn, mosts }) => ({
    on: (_: unknown, listener: (frame: never) => void) => {
      listeners.add(listener as (frame: Frame) => void);
      return () => void listeners.delete(listener as (frame: Frame) => void);
    },
    store: { setState: ({ detail }: { detail: Detail }) => void drawn.push(detail) },
    run: { pump: { setMost: (most: number | null) => void mosts.push(most) } },
  }));
  const end = watchDetail(
    labs as unknown as Parameters<typeof watchDetail>[0],
    (look) => void asked.push(look),
    () => time,
    page,
  );
  return {
    page,
    drawn: made.map(({ drawn }) => drawn),
    mosts: made.map(({ mosts }) => mosts),
    asked,
    end,
    frame: (training: boolean) => {
      for (const listener of made[0]!.listeners) listener({ training } as Frame);
    },
    after: (ms: number) => {
      time += ms;
      for (const look of asked.splice(0)) look(time);
    },
  };
}

it('draws less of all labs while animation frames are slow and one of them trains', () => {
  const page = openPage();
  for (let i = 0; i < 60; i++) {
    page.frame(true);
    page.after(50);
  }
  expect(page.drawn[0]!.length).toBeGreaterThan(1);
  expect(page.drawn[0]).toEqual(page.drawn[1]);
  expect(page.drawn[0]!.at(-1)).not.toEqual(FULL);
  expect(page.mosts).toEqual(page.drawn.map((details) => details.map(({ most }) => most)));
});

it('lets frames of a model be as rare as its steps are', () => {
  const page = openPage();
  for (let i = 0; i < 600; i++) {
    if (i % 20 === 0) page.frame(true);
    page.after(16);
  }
  expect(page.drawn).toEqual([[], []]);
});

it('looks at no time but that of training: what is between is of no account', () => {
  const page = openPage();
  for (let i = 0; i < 20; i++) {
    page.frame(true);
    page.after(16);
  }
  for (let i = 0; i < 100 && page.asked.length > 0; i++) page.after(40);
  expect(page.asked).toEqual([]);
  for (let i = 0; i < 20; i++) {
    page.frame(false);
    page.after(900);
  }
  expect(page.drawn).toEqual([[], []]);
});

it('draws more again once the reader rests, not while something is done', () => {
  const page = openPage();
  const train = (frames: number, ms: number, deed?: string): Detail => {
    for (let i = 0; i < frames; i++) {
      if (deed !== undefined) page.page.dispatchEvent(new Event(deed));
      page.frame(true);
      page.after(ms);
    }
    return page.drawn[0]!.at(-1)!;
  };
  expect(train(60, 40)).not.toEqual(FULL);
  for (const deed of ['keydown', 'pointermove', 'scroll']) expect(train(1000, 16, deed)).not.toEqual(FULL);
  expect(train(1000, 16)).toEqual(FULL);
});

it('draws no more while a slider is held, whether it moves or not', () => {
  const page = openPage();
  const press = (type: string, buttons: number): void => {
    page.page.dispatchEvent(Object.assign(new Event(type), { buttons }));
  };
  const train = (frames: number, ms: number): Detail => {
    for (let i = 0; i < frames; i++) {
      page.frame(true);
      page.after(ms);
    }
    return page.drawn[0]!.at(-1)!;
  };
  expect(train(60, 40)).not.toEqual(FULL);
  for (const end of ['pointerup', 'pointercancel']) {
    press('pointerdown', 1);
    expect(train(1000, 16)).not.toEqual(FULL);
    press(end, 0);
    expect(train(1000, 16)).toEqual(FULL);
    expect(train(60, 40)).not.toEqual(FULL);
  }
});

it('ends', () => {
  const page = openPage();
  page.frame(true);
  page.end();
  for (let i = 0; i < 100; i++) {
    page.frame(true);
    page.after(60);
  }
  expect([page.drawn, page.asked]).toEqual([[[], []], []]);
});
