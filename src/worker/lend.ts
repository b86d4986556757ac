import type { Images, Lent } from './protocol';

/** Numbers of one piece: 4 MB, which take a few milliseconds to copy. */
const PIECE = 2 ** 20;

/** Images on their way to a worker. */
export interface Lending {
  readonly lent: Lent;
  /** What is handed over with it. */
  readonly handedOver: readonly Transferable[];
  /** Closes the port: no further piece can be asked for. */
  end(): void;
}

/**
 * Lends images to a worker: it gets a copy of its own, and the page keeps them. Many images take hundreds of milliseconds
 * to copy, and so the worker asks for them piece by piece: between two pieces the page's thread runs its other tasks.
 * @param size numbers of a piece
 */
export function lend({ images, intensities, ...known }: Images, size = PIECE): Lending {
  const numbers = intensities ?? images;
  const parts = { ...known, total: numbers.length, resampled: intensities !== undefined };
  const first = numbers.slice(0, size);
  if (first.length === numbers.length) {
    return { lent: { ...parts, first, rest: null }, handedOver: [first.buffer], end: () => undefined };
  }
  const { port1, port2 } = new MessageChannel();
  let at = size;
  port1.onmessage = () => {
    try {
      const piece = numbers.slice(at, at + size);
      at += size;
      port1.postMessage(piece, [piece.buffer]);
    } catch (error) {
      // There is no memory for the copy. The worker waits for a piece; with this answer its start of the run fails.
      port1.postMessage(String(error));
    }
  };
  return { lent: { ...parts, first, rest: port2 }, handedOver: [first.buffer, port2], end: () => port1.close() };
}
