/** What PNG says beside the samples of its pixels: proposals of a palette, and one colour that is transparent. */
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { imagesOf, refusalOf } from '../../support/ownFiles';
import { chunk, header, pngOf } from './pngChunks';

const [GREY, COLOURS, GREY_ALPHA, COLOURS_ALPHA] = [0, 2, 4, 6];
const CHANNELS: Readonly<Record<number, number>> = { [GREY]: 1, [COLOURS]: 3, [GREY_ALPHA]: 2, [COLOURS_ALPHA]: 4 };

/** Samples packed as PNG has them, the first in the highest bits; a row ends with a whole byte, and has no filter. */
function rows(samples: readonly number[], perRow: number, depth: number): Uint8Array {
  const bytes: number[] = [];
  for (let from = 0; from < samples.length; from += perRow) {
    const bits = samples.slice(from, from + perRow).map((sample) => sample.toString(2).padStart(depth, '0'));
    const row = bits.join('').replace(/.{1,8}/g, (byte) => `${byte.padEnd(8, '0')} `);
    bytes.push(
      0,
      ...row
        .trim()
        .split(' ')
        .map((byte) => Number.parseInt(byte, 2)),
    );
  }
  return deflateSync(Uint8Array.from(bytes));
}

/** A picture of two pixels a row. */
function file(colour: number, depth: number, samples: readonly number[], ...chunks: readonly Uint8Array[]): File {
  const perRow = 2 * CHANNELS[colour]!;
  const packed = rows(samples, perRow, depth);
  return new File([pngOf(packed, header(2, samples.length / perRow, depth, colour), ...chunks)], 'a.png');
}

/** Bytes of grey as they are shown: neither stretched nor turned round. */
const greyOf = async (picture: File): Promise<number[]> =>
  (await imagesOf(picture, { stretched: false, inverted: false })).map((value) => Math.round(255 * value));

/** Samples of two bytes each. */
const key = (...samples: readonly number[]) =>
  chunk('tRNS', Uint8Array.from(samples.flatMap((sample) => [sample >> 8, sample & 255])));

const luma = ([red, green, blue]: readonly [number, number, number]): number =>
  Math.round(0.2126 * red + 0.7152 * green + 0.0722 * blue);

describe('a palette that is proposed for screens of few colours', () => {
  const palette = chunk('PLTE', Uint8Array.of(255, 0, 0, 0, 255, 0, 0, 0, 255));
  const colours = [
    [10, 20, 30],
    [200, 100, 50],
    [0, 0, 0],
    [1, 2, 0],
  ] as const;

  it.each([8, 16])('changes no colours of %i bits', async (depth) => {
    const unit = depth === 8 ? 1 : 257;
    const samples = colours.flat().map((sample) => unit * sample);
    expect(await greyOf(file(COLOURS, depth, samples, palette))).toEqual(colours.map(luma));
  });

  it.each([8, 16])('nor those with transparency of %i bits', async (depth) => {
    const largest = 2 ** depth - 1;
    const unit = largest / 255;
    const samples = colours.flatMap((colour, i) => [...colour.map((sample) => unit * sample), i === 2 ? 0 : largest]);
    // What is transparent lies on white.
    expect(await greyOf(file(COLOURS_ALPHA, depth, samples, palette))).toEqual(
      colours.map((colour, i) => (i === 2 ? 255 : luma(colour))),
    );
  });
});

describe('a colour that is transparent', () => {
  it.each([2, 4, 8, 16])('of grey of %i bits: what is dark lies on white', async (depth) => {
    // Of 16 bits the two greys differ in the lower byte alone.
    const other = Math.round(255 / (2 ** depth - 1));
    expect(await greyOf(file(GREY, depth, [0, 1, 1, 0], key(0)))).toEqual([255, other, other, 255]);
  });

  it('of grey: what is light lies on black', async () => {
    expect(await greyOf(file(GREY, 8, [255, 250, 7, 7], key(7)))).toEqual([255, 250, 0, 0]);
  });

  it('has no more bits than the samples', async () => {
    expect(await greyOf(file(GREY, 4, [1, 2, 3, 4], key(0xff02)))).toEqual([17, 255, 51, 68]);
  });

  it.each([8, 16])('of colours of %i bits: where all three are the same', async (depth) => {
    const unit = depth === 8 ? 1 : 257;
    const samples = [10, 20, 30, 10, 20, 31, 30, 20, 10, 10, 20, 30].map((sample) => unit * sample);
    const colour = key(...[10, 20, 30].map((sample) => unit * sample));
    expect(await greyOf(file(COLOURS, depth, samples, colour))).toEqual([
      255,
      luma([10, 20, 31]),
      luma([30, 20, 10]),
      255,
    ]);
  });

  it('may have more samples than there are pixels', async () => {
    const small = pngOf(rows([9, 9, 9], 3, 8), header(1, 1, 8, COLOURS), key(9, 9, 9));
    const files = [0, 1].map((i) => new File([small], `${i}.png`));
    // A folder may have pictures of a single pixel.
    expect((await refusalOf([files[0]!])).problem.code).toBe('image-size');
    expect(await refusalOf(files).catch((error: Error) => error.message)).toBe('The files were read');
  });

  it('is damaged where it is no colour', async () => {
    const { problem, message } = await refusalOf([file(COLOURS, 8, Array(12).fill(9), key(9))]);
    expect(problem).toEqual({ code: 'picture', values: { file: 'a.png' } });
    expect(message).toMatch(/has a transparent colour of 2 bytes$/);
  });
});

it('a picture of numbers of a palette has one', async () => {
  const bytes = pngOf(rows([0, 1, 1, 0], 2, 8), header(2, 2, 8, 3));
  expect((await refusalOf([new File([bytes], 'a.png')])).message).toMatch(/has no palette$/);
});
