import type { Layout } from '../layout';
import type { Link } from '../link';
import type { Device, Grid } from './device';
import type { Network } from './network';
import { centre } from './programs/centre';
import { gather } from './programs/gather';
import { type Resident, residentBits } from './resident';
import { tilesOf, toTiles } from './tiles';

/** Consecutive rows of a result that may be too tall for one grid. The caller releases the grid. */
export interface Strip {
  readonly grid: Grid;
  readonly rows: number;
}

/** Forward passes over any number of images or codes, some rows at a time. */
export interface Passes {
  /** What fixes the posterior (math/posterior.ts), a head a row, of every `stride`-th image from the first on. */
  encode(parameters: Grid, data: Resident, stride: number): Strip[];
  /** Outputs for M × d codes, through a link. @throws RangeError when the array is no multiple of d */
  decode(parameters: Grid, z: Float32Array, link: Link): Strip[];
  /** Outputs for μ(x) of some images, through a link. @throws RangeError when there is no such image */
  rebuild(parameters: Grid, data: Resident, images: Uint32Array, link: Link): Strip[];
}

/** Rows of a strip: bounds the memory of the hidden layers, and keeps the strips of one size for reuse. */
const STRIP = 2048;

export function createPasses(device: Device, layout: Layout, network: Network): Passes {
  const { inputs: pixels, latent } = layout.architecture;
  const bits = residentBits(device.maxTextureSize);
  const programs = { range: gather(bits, 'range'), picks: gather(bits, 'picks') };
  const height = Math.min(STRIP, 2 * device.maxTextureSize);

  const strips = (rows: number, grid: (first: number, rows: number) => Grid): Strip[] => {
    const list: Strip[] = [];
    for (let first = 0; first < rows; first += height) {
      const count = Math.min(height, rows - first);
      list.push({ grid: grid(first, count), rows: count });
    }
    return list;
  };
  /** Both release the grid that they are given. */
  const heads = (parameters: Grid, images: Grid, rows: number): Grid => {
    const passes = network.hidden(network.encoder, parameters, images, rows);
    const head = network.last(network.encoder, parameters, passes, rows, 'linear');
    network.release(passes);
    device.release(images);
    return head;
  };
  const outputs = (parameters: Grid, codes: Grid, rows: number, link: Link): Grid => {
    const passes = network.hidden(network.decoder, parameters, codes, rows);
    const images = network.last(network.decoder, parameters, passes, rows, link);
    network.release(passes);
    device.release(codes);
    return images;
  };
  const upload = (rows: number, columns: number, value: (row: number, column: number) => number): Grid => {
    const grid = device.allocate(tilesOf(rows), tilesOf(columns));
    device.write(grid, 0, tilesOf(rows), toTiles(rows, columns, value));
    return grid;
  };

  return {
    encode: (parameters, data, stride) =>
      strips(Math.ceil(data.n / stride), (first, rows) => {
        const { values: images } = device.run(
          programs.range,
          tilesOf(rows),
          tilesOf(pixels + 1),
          { images: data.grid },
          { rows, pixels, first, stride },
        );
        return heads(parameters, images, rows);
      }),

    decode(parameters, z, link) {
      if (z.length % latent !== 0) throw new RangeError(`${z.length} values are not codes of ${latent} axes`);
      return strips(z.length / latent, (first, rows) => {
        const codes = upload(rows, latent + 1, (row, axis) =>
          axis === latent ? 1 : z[(first + row) * latent + axis]!,
        );
        return outputs(parameters, codes, rows, link);
      });
    },

    rebuild(parameters, data, probes, link) {
      const beyond = probes.find((image) => image >= data.n);
      if (beyond !== undefined) throw new RangeError(`Image ${beyond} is not among the ${data.n} images`);
      return strips(probes.length, (first, rows) => {
        const batch = upload(rows, 1, (row) => probes[first + row]!);
        const { values: images } = device.run(
          programs.picks,
          tilesOf(rows),
          tilesOf(pixels + 1),
          { images: data.grid, batch },
          { rows, pixels },
        );
        device.release(batch);
        const head = heads(parameters, images, rows);
        const { codes } = device.run(centre, tilesOf(rows), tilesOf(latent + 1), { head }, { latent });
        device.release(head);
        return outputs(parameters, codes, rows, link);
      });
    },
  };
}
