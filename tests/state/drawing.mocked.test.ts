import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { generateStrokes } from '../../src/data/sets/strokes';
import { imageOf } from '../../src/math/imageOf';
import type { Drawing } from '../../src/state/drawing';
import type { LabState } from '../../src/state/labState';
import { PAD, Pad } from '../../src/state/pad';
import type { Frame, PictureRequest } from '../../src/worker/frameProtocol';
import type { Dataset } from '../../src/worker/libraryProtocol';
import { frameOf } from '../support/fakeClient';
import { PATIENTLY } from '../support/patiently';

/** Pictures that are being read: what a test answers, at a size that the pad has asked for. */
const reading = vi.hoisted(() => [] as { width: number; height: number; came(shade: number): void }[]);
vi.mock('../../src/state/picture', () => ({
  readPicture: (_: Blob, width: number, height: number) =>
    new Promise((resolve) => {
      const came = (shade: number): void =>
        resolve({ width, height, pixels: new Float32Array(width * height).fill(shade) });
      reading.push({ width, height, came });
    }),
}));

const strokes = generateStrokes({ seed: 2, count: 60, size: 12 });

/** What a pad needs of its lab; the last request of the pad is kept. */
function createLab(dataset: Dataset | null = strokes) {
  const store = createStore(() => ({ dataset }) as LabState);
  const listeners = new Set<(frame: Frame) => void>();
  const lab = {
    store,
    request: null as PictureRequest | null,
    /** How often it was asked. */
    asked: 0,
    show(key: string, request: PictureRequest | null) {
      expect(key).toBe(PAD);
      lab.request = request;
      lab.asked += 1;
    },
    on(_: 'frame', listener: (frame: Frame) => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    frame(given: Frame['given']) {
      for (const listener of listeners) listener(frameOf({ given }));
    },
  };
  return lab;
}

let lab = createLab();
let pad = new Pad(lab);
let drawing: Drawing;

beforeEach(async () => {
  lab = createLab();
  pad = new Pad(lab);
  drawing = await pad.drawing();
  pad.open(true);
});

/** The images that the lab is asked about. */
const asked = (): Float32Array | null => (lab.request?.kind === 'images' ? lab.request.images : null);

function stroke(): void {
  drawing.down(0.3, 0.2);
  drawing.move([
    [0.6, 0.3],
    [0.5, 0.8],
  ]);
  drawing.up();
}

describe('a pad', () => {
  it('asks about what is drawn, and about nothing while it is blank or put away', () => {
    expect(asked()).toBeNull();
    stroke();
    expect(asked()).toEqual(drawing.state.image);
    expect(asked()).toHaveLength(144);
    pad.open(false);
    expect(asked()).toBeNull();
    stroke();
    expect(asked()).toBeNull();
    pad.open(true);
    expect(asked()).toEqual(drawing.state.image);
    drawing.clear();
    expect(asked()).toBeNull();
  });

  it('asks once for what is there once', () => {
    stroke();
    const before = lab.asked;
    drawing.use({ tool: 'erase' });
    drawing.widen(0.3);
    drawing.up();
    expect(lab.asked).toBe(before);
  });

  it('draws only while the pen is down, and erases with the other tool', () => {
    drawing.move([[0.5, 0.5]]);
    expect(drawing.state.isBlank).toBe(true);
    stroke();
    expect(drawing.state.isBlank).toBe(false);
    drawing.move([[0.9, 0.9]]);
    const { raster } = drawing.state;
    drawing.use({ tool: 'erase' });
    drawing.widen(0.6);
    drawing.down(0.5, 0.5);
    drawing.move([
      [0.2, 0.2],
      [0.7, 0.2],
      [0.5, 0.9],
    ]);
    expect(drawing.state.raster).not.toBe(raster);
    expect(drawing.state.isBlank).toBe(true);
  });

  it('covers with blocks of paper, grey and ink', () => {
    drawing.use({ tool: 'cover' });
    for (const shade of [1, 0.5, 0]) {
      drawing.use({ shade });
      drawing.down(0.5, 0.5);
      drawing.up();
      const { width, pixels } = drawing.state.raster;
      expect(pixels[(width / 2) * width + width / 2]).toBe(shade);
    }
  });

  it('takes back step after step, and no more than there were', () => {
    const states = [drawing.state.raster];
    for (let i = 0; i < 3; i++) {
      drawing.down(0.2 + 0.2 * i, 0.5);
      drawing.move([[0.2 + 0.2 * i, 0.7]]);
      drawing.up();
      states.push(drawing.state.raster);
    }
    drawing.invert();
    drawing.clear();
    drawing.undo();
    drawing.undo();
    for (const state of states.toReversed().slice(0, 3)) {
      expect(drawing.state.raster).toBe(state);
      expect(drawing.state.canUndo).toBe(true);
      drawing.undo();
    }
    expect(drawing.state).toMatchObject({ raster: states[0], canUndo: false });
    drawing.undo();
    expect(drawing.state.raster).toBe(states[0]);
  });

  it('places the drawing as the data lie, or leaves it where it is', () => {
    drawing.down(0.1, 0.1);
    drawing.move([[0.1, 0.3]]);
    drawing.up();
    const inCorner = (image: Float32Array): number => image[2 * 12 + 1]!;
    expect(inCorner(drawing.state.image)).toBe(0);
    drawing.place(false);
    expect(inCorner(drawing.state.image)).toBeGreaterThan(0.5);
    drawing.place(true);
    expect(inCorner(drawing.state.image)).toBe(0);
  });

  it('has noise that is the same until other is drawn, and that clearing takes away', () => {
    stroke();
    const plain = drawing.state.image;
    drawing.disturb({ amount: 0.3 });
    const noise = drawing.state.image;
    expect(noise).not.toEqual(plain);
    drawing.disturb({ amount: 0 });
    expect(drawing.state.image).toEqual(plain);
    drawing.disturb({ amount: 0.3 });
    expect(drawing.state.image).toEqual(noise);
    drawing.disturb({ seed: 2 });
    expect(drawing.state.image).not.toEqual(noise);
    drawing.clear();
    expect(drawing.state.noise.amount).toBe(0);
    expect(asked()).toBeNull();
  });

  it('brings noise back with the step that took it away', async () => {
    stroke();
    drawing.disturb({ amount: 0.3, seed: 4 });
    const { noise, image } = drawing.state;
    for (const replace of [() => drawing.clear(), () => drawing.take(3), () => drawing.take(new Float32Array(144))]) {
      await replace();
      expect(drawing.state.noise.amount).toBe(0);
      drawing.undo();
      expect(drawing.state.noise).toEqual(noise);
      expect(drawing.state.image).toEqual(image);
    }
  });

  it('asks no further where what finds posteriors does not come, until it is to try again', () => {
    stroke();
    lab.frame({ [PAD]: null });
    expect(drawing.state.isMissing).toBe(true);
    expect(asked()).toBeNull();
    stroke();
    expect(asked()).toBeNull();
    drawing.retry();
    expect(asked()).toEqual(drawing.state.image);
    lab.frame({});
    expect(drawing.state.isMissing).toBe(false);
  });
});

describe('an image that is put on the pad', () => {
  it('of the data is what the model sees, to the bit, beside itself', async () => {
    const image = await pad.draw(7);
    const original = imageOf(strokes, 7);
    for (const [i, value] of image.entries()) expect(value).toBeCloseTo(original[i]!, 6);
    expect(drawing.state).toMatchObject({ original: 7, isPlaced: false });
    expect(asked()!.subarray(0, 144)).toEqual(image);
    expect(asked()!.subarray(144)).toEqual(original);
    drawing.use({ tool: 'cover' });
    drawing.down(0.5, 0.5);
    expect(asked()!.subarray(0, 144)).not.toEqual(image);
    expect(asked()!.subarray(144)).toEqual(original);
    drawing.clear();
    expect(drawing.state.original).toBeNull();
    drawing.undo();
    expect(drawing.state.original).toBe(7);
  });

  it('of a script is what the model sees; the pad is taken into use', async () => {
    pad.open(false);
    const given = Float32Array.from({ length: 144 }, (_, i) => (i % 5) / 4);
    const image = await pad.draw(given);
    for (const [i, value] of image.entries()) expect(value).toBeCloseTo(given[i]!, 6);
    expect(pad.store.getState().open).toBe(true);
    await pad.clear();
    expect(drawing.state.isBlank).toBe(true);
  });

  it('that is of another size, or that there is not, is refused, and what was drawn stays', async () => {
    stroke();
    const { raster } = drawing.state;
    await expect(pad.draw(new Float32Array(10))).rejects.toThrow('12 × 12 intensities here, and 10 were given');
    for (const index of [60, -1, 0.5]) {
      await expect(pad.draw(index)).rejects.toThrow(`There is no image ${index}; the index must be a whole number`);
    }
    expect(drawing.state).toMatchObject({ raster, original: null });
  });
});

describe('with other data', () => {
  it('the drawing is brought to their size, and compared with nothing', async () => {
    await pad.draw(3);
    drawing.place(true);
    lab.store.setState({ dataset: generateStrokes({ seed: 2, count: 40, size: 8 }) });
    const { image, original, canUndo, isBlank, raster } = drawing.state;
    expect(image).toHaveLength(64);
    expect(raster.width % 8).toBe(0);
    expect({ original, canUndo, isBlank }).toEqual({ original: null, canUndo: false, isBlank: false });
    expect(asked()).toEqual(image);
  });

  it('that are dark on light the paper is light, and the ink dark', () => {
    stroke();
    const before = drawing.state.image;
    lab.store.setState({ dataset: { ...strokes, images: strokes.images.map((value) => 1 - value) } });
    const { paper, image } = drawing.state;
    expect(paper).toBe(1);
    for (const [i, value] of image.entries()) expect(value).toBeCloseTo(1 - before[i]!, 2);
    drawing.clear();
    drawing.down(0.5, 0.5);
    const { width, pixels } = drawing.state.raster;
    expect(pixels[0]).toBe(1);
    expect(pixels[(width / 2) * width + width / 2]).toBeCloseTo(0, 6);
  });

  it('of ink and paper alone what the model sees is so, too, but for its noise', () => {
    stroke();
    drawing.place(false);
    const { image: grey } = drawing.state;
    expect(grey.some((value) => value > 0 && value < 1)).toBe(true);
    lab.store.setState({ dataset: { ...strokes, images: strokes.images.map((value) => (value > 0.5 ? 1 : 0)) } });
    expect([...drawing.state.image]).toEqual(Array.from(grey, (value) => (value > 0.5 ? 1 : 0)));
    drawing.disturb({ amount: 0.3 });
    expect(drawing.state.image.some((value) => value > 0 && value < 1)).toBe(true);
  });

  it('without paper the drawing stays where it is', () => {
    stroke();
    lab.store.setState({ dataset: { ...strokes, images: strokes.images.map((_, i) => (i % 7) / 7) } });
    expect(drawing.state.isPlaced).toBeNull();
    drawing.place(true);
    expect(drawing.state.isPlaced).toBeNull();
  });

  it('there is none before there are images', async () => {
    await expect(new Pad(createLab(null)).drawing()).rejects.toThrow('no images yet');
    const empty = new Pad(createLab(null));
    await empty.clear();
    expect(empty.store.getState().drawing).toBeNull();
  });
});

describe('pictures that are read', () => {
  beforeEach(() => {
    reading.length = 0;
  });

  it('are put on the pad in the order in which they were taken, whichever comes first', async () => {
    const first = drawing.take(new Blob());
    const second = drawing.take(new Blob());
    reading[1]!.came(0.75);
    await second;
    reading[0]!.came(0.25);
    await first;
    expect(drawing.state.raster.pixels[0]).toBe(0.75);
    drawing.undo();
    expect(drawing.state.canUndo).toBe(false);
  });

  it('do not take the place of an image that was taken since', async () => {
    const picture = drawing.take(new Blob());
    await drawing.take(5);
    reading[0]!.came(0.25);
    await picture;
    expect(drawing.state.original).toBe(5);
  });

  it('are read again for other data that have come meanwhile', async () => {
    const picture = drawing.take(new Blob());
    lab.store.setState({ dataset: generateStrokes({ seed: 2, count: 60, size: 20 }) });
    reading[0]!.came(0.25);
    await vi.waitUntil(() => reading.length === 2, PATIENTLY);
    reading[1]!.came(0.5);
    await picture;
    const { width, height, pixels } = drawing.state.raster;
    expect([width, height]).toEqual([reading[1]!.width, reading[1]!.height]);
    expect([width, height]).not.toEqual([reading[0]!.width, reading[0]!.height]);
    expect(pixels[0]).toBe(0.5);
    expect(drawing.state.image).toHaveLength(400);
  });
});
