import { afterEach, describe, expect, it, vi } from 'vitest';
import { open } from '../support/labs';

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('glide', () => {
  /** A clock for `glide`, in ms. */
  function stubClock(): { now: number } {
    const clock = { now: 0 };
    vi.stubGlobal('performance', { now: () => clock.now });
    return clock;
  }

  it('moves both sliders in a straight line and arrives', async () => {
    const { lab, animate } = await open({ beta: 1, noiseScale: 0.5 });
    const clock = stubClock();
    const gliding = lab.glide({ beta: 3, noiseScale: 1.5 }, 1000);
    const path: [number, number][] = [];
    for (const now of [250, 500, 1400]) {
      clock.now = now;
      await animate();
      path.push([lab.settings.beta, lab.settings.noiseScale]);
    }
    await gliding;
    expect(path).toEqual([
      [1.5, 0.75],
      [2, 1],
      [3, 1.5],
    ]);
  });

  it('arrives at once without a duration', async () => {
    const { lab } = await open();
    stubClock();
    await lab.glide({ beta: 1, noiseScale: 1 }, 0);
    expect(lab.settings).toMatchObject({ beta: 1, noiseScale: 1 });
  });

  it('ends where it is when the reader takes over', async () => {
    const { lab, animate } = await open();
    const clock = stubClock();
    const gliding = lab.glide({ beta: 4, noiseScale: 1 }, 1000);
    clock.now = 500;
    await animate();
    void lab.set({ beta: 0.1 });
    clock.now = 900;
    await animate();
    await gliding;
    expect(lab.settings).toMatchObject({ beta: 0.1, noiseScale: 0.5 });
    clock.now = 2000;
    await animate();
    expect(lab.settings).toMatchObject({ beta: 0.1, noiseScale: 0.5 });
  });

  it('takes no turn of the pictures, which all labs of a page share', async () => {
    const { lab, draw, animate } = await open();
    const clock = stubClock();
    const gliding = lab.glide({ beta: 4, noiseScale: 1 }, 1000);
    clock.now = 500;
    await draw();
    expect(lab.settings.beta).toBe(0);
    await animate();
    expect(lab.settings.beta).toBe(2);
    clock.now = 1000;
    await animate();
    await gliding;
  });

  it('gives way to the next one', async () => {
    const { lab, animate } = await open();
    const clock = stubClock();
    const first = lab.glide({ beta: 4, noiseScale: 1 }, 1000);
    clock.now = 500;
    await animate();
    const second = lab.glide({ beta: 0, noiseScale: 0 }, 100);
    clock.now = 600;
    await animate();
    await animate();
    await Promise.all([first, second]);
    expect(lab.settings).toMatchObject({ beta: 0, noiseScale: 0 });
  });
});
