/** Pictures as browsers read them. */
import { describe, expect, it } from 'vitest';
import { extentOf } from '../../src/math/raster/extent';
import { MOST_BYTES, type PictureError, readPicture } from '../../src/state/picture';

const SIDE = 48;

/** A picture with a bar, and nothing else. */
async function picture(type: string, paper: string | null, ink: string): Promise<File> {
  const canvas = document.createElement('canvas');
  canvas.width = 300;
  canvas.height = 200;
  const context = canvas.getContext('2d')!;
  if (paper !== null) {
    context.fillStyle = paper;
    context.fillRect(0, 0, 300, 200);
  }
  context.fillStyle = ink;
  context.fillRect(200, 30, 20, 90);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, 0.9));
  return new File([blob!], `bar.${type.slice(6)}`, { type });
}

const faultOf = (file: Blob): Promise<PictureError> =>
  readPicture(file, SIDE, SIDE, 0).then(
    () => expect.fail('it was read'),
    (error: PictureError) => error,
  );

describe('a picture', () => {
  it.each([
    ['image/png', '#fff', '#000'],
    ['image/png', '#102030', '#eeddcc'],
    ['image/png', null, '#000'],
    ['image/png', null, '#fff'],
    ['image/jpeg', '#fff', '#334'],
    ['image/webp', '#f8f0e0', '#a00'],
  ])('%s of %s and %s is ink on paper, in the middle', async (type, paper, ink) => {
    const raster = await readPicture(await picture(type, paper, ink), SIDE, SIDE, 0);
    const { left, right, top, bottom } = extentOf(raster, 0, 0.5)!;
    // 90 of 108 pixels high and 20 wide, as 10 % on each side is paper.
    expect(bottom - top).toBeCloseTo((SIDE * 90) / 108, -0.5);
    expect(right - left).toBeCloseTo((SIDE * 20) / 108, -0.5);
    expect((left + right) / 2).toBeCloseTo(SIDE / 2, -0.3);
    expect(raster.pixels[0]).toBe(0);
  });

  it('of data that are dark on light is so, too', async () => {
    const raster = await readPicture(await picture('image/png', '#fff', '#000'), SIDE, SIDE, 1);
    expect(raster.pixels[0]).toBe(1);
    expect(raster.pixels[(SIDE / 2) * SIDE + SIDE / 2]).toBeCloseTo(0, 2);
  });

  it('of data without paper is its middle as grey as it is', async () => {
    const raster = await readPicture(await picture('image/png', '#808080', '#000'), SIDE, SIDE, null);
    expect(raster.pixels[0]).toBeCloseTo(128 / 255, 2);
  });
});

describe('what is no picture', () => {
  it('is refused with its name, and why', async () => {
    const text = await faultOf(new File(['hello'], 'notes.png', { type: 'image/png' }));
    expect(text).toMatchObject({ name: 'PictureError', fault: 'unreadable', file: 'notes.png' });
    expect(text.message).toMatch(/^notes\.png: /);
    expect(await faultOf(new Blob([]))).toMatchObject({ fault: 'unreadable', file: '' });
    const whole = new Uint8Array(await (await picture('image/png', '#fff', '#000')).arrayBuffer());
    expect(await faultOf(new Blob([whole.subarray(0, 60)]))).toMatchObject({ fault: 'unreadable' });
    expect(await faultOf(await picture('image/png', '#777', '#777'))).toMatchObject({ fault: 'plain' });
  });

  it('is refused before it is read where it is too large', async () => {
    const large = { size: MOST_BYTES + 1 } as Blob;
    expect(await faultOf(large)).toMatchObject({ fault: 'large' });
  });
});
