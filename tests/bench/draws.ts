/** Counts what programs ask of WebGL. Runs in the browser. */

const DRAWS = ['drawArrays', 'drawElements', 'drawArraysInstanced', 'drawElementsInstanced'] as const;

/** Draw calls that `work` makes on any WebGL 2 context of this thread. */
export function countDraws(work: () => void): number {
  const prototype = WebGL2RenderingContext.prototype as unknown as Record<string, (...args: unknown[]) => unknown>;
  const originals = DRAWS.map((name) => [name, prototype[name]!] as const);
  let count = 0;
  for (const [name, original] of originals) {
    prototype[name] = function (this: unknown, ...args: unknown[]) {
      count += 1;
      return original.apply(this, args);
    };
  }
  try {
    work();
  } finally {
    for (const [name, original] of originals) prototype[name] = original;
  }
  return count;
}
