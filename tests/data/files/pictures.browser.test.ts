/** Pictures that the browser decodes, in a worker as on the page. */
import { afterEach, describe, expect, it } from 'vitest';
import { startLibrary } from '../../../src/worker/library';
import type { Dataset, Library } from '../../../src/worker/libraryProtocol';
import { BASE_URL } from '../../support/digits';

const [W, H] = [24, 12];

/** Pixels from the left that are white: a block of JPEG, and less than half of the border. */
const LIGHT = 8;

/** White on black, on its left. */
async function canvasFile(type: string, name: string, height = H): Promise<File> {
  const canvas = new OffscreenCanvas(W, height);
  const context = canvas.getContext('2d')!;
  context.fillRect(0, 0, W, height);
  context.fillStyle = '#fff';
  context.fillRect(0, 0, LIGHT, height);
  return new File([await canvas.convertToBlob({ type, quality: 1 })], name);
}

/** The same as Windows' BMP: rows from the bottom up, blue, green, red. */
function bmpFile(): File {
  const bytes = new Uint8Array(54 + 3 * W * H);
  const view = new DataView(bytes.buffer);
  bytes.set([0x42, 0x4d]);
  view.setUint32(2, bytes.length, true);
  view.setUint32(10, 54, true);
  view.setUint32(14, 40, true);
  view.setInt32(18, W, true);
  view.setInt32(22, H, true);
  view.setUint16(26, 1, true);
  view.setUint16(28, 24, true);
  for (let k = 0; k < W * H; k++) if (k % W < LIGHT) bytes.fill(255, 54 + 3 * k, 57 + 3 * k);
  return new File([bytes], 'a.bmp');
}

/** A GIF of one white pixel. */
const gifFile = (): File =>
  new File(
    [Uint8Array.from(atob('R0lGODdhAQABAIAAAP///////ywAAAAAAQABAAACAkQBADs='), (c) => c.charCodeAt(0))],
    'a.gif',
  );

describe('the library worker', () => {
  let library: Library;
  afterEach(() => library.dispose());

  const load = (...files: readonly File[]): Promise<Dataset> => {
    library = startLibrary();
    const source = { kind: 'files', files, reading: { inverted: false, stretched: false } } as const;
    return library.load({ baseUrl: BASE_URL, source, size: 0, count: 0, transposed: false, binary: 'off' });
  };

  it('decodes JPEG, WebP, PNG, BMP and GIF', async () => {
    const files = [
      bmpFile(),
      await canvasFile('image/jpeg', 'b.jpg'),
      await canvasFile('image/png', 'c.png'),
      await canvasFile('image/webp', 'd.webp'),
      gifFile(),
    ];
    const { n, width, height, images, titles } = await load(...files);
    expect({ n, width, height, titles }).toEqual({ n: 5, width: W, height: H, titles: ['a', 'a', 'b', 'c', 'd'] });
    const seen = Array.from({ length: n }, (_, i) => images.subarray(i * W * H, (i + 1) * W * H));
    // The pixel of the GIF fills the middle of the frame.
    const gif = seen.findIndex((image) => image[0] === 0);
    for (const [i, image] of seen.entries()) {
      for (let k = 0; k < W * H; k++) {
        const x = k % W;
        const light = i === gif ? x >= (W - H) / 2 && x < (W + H) / 2 : x < LIGHT;
        expect(Math.abs(image[k]! - Number(light)), `picture ${i}, pixel ${k}`).toBeLessThan(0.03);
      }
    }
  });

  it('tells of a picture that cannot be decoded, and of one that is too large before it is', async () => {
    const sound = await canvasFile('image/jpeg', 'a.jpg');
    const bytes = new Uint8Array(await sound.arrayBuffer());
    await expect(load(new File([bytes.slice(0, 40)], 'a.jpg'))).rejects.toMatchObject({
      problem: { code: 'picture', values: { file: 'a.jpg' } },
    });
    library.dispose();
    // The start of frame: its height and its width.
    const at = bytes.findIndex((byte, i) => byte === 0xff && (bytes[i + 1] === 0xc0 || bytes[i + 1] === 0xc2));
    bytes.fill(0xff, at + 5, at + 9);
    await expect(load(new File([bytes], 'a.jpg'))).rejects.toMatchObject({
      problem: { code: 'picture-size', values: { file: 'a.jpg', width: 65535, height: 65535 } },
    });
  });
});
