/** Bytes that the process holds in buffers and in objects: lists of numbers are among the latter. */
export function heldBytes(): number {
  const { arrayBuffers, heapUsed } = process.memoryUsage();
  return arrayBuffers + heapUsed;
}
