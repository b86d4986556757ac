import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/**
 * Bytes that the process holds in buffers and in objects: lists of numbers are among the latter. What is not needed any
 * more counts until it is collected.
 */
export function heldBytes(): number {
  const { arrayBuffers, heapUsed } = process.memoryUsage();
  return arrayBuffers + heapUsed;
}

/**
 * The same after a collection, to compare later ones with: what there was to collect, such as files that a test has made,
 * would hide as much of what is taken.
 */
export function neededBytes(): number {
  collectGarbage();
  return heldBytes();
}
