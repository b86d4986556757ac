/** Whether this document has no origin of its own, as in a sandboxed frame. */
export const isOpaque = (): boolean => globalThis.origin === 'null';

/**
 * Runs in the worker: keeps what is sent until the script is there to take it. A script that does not come is told as
 * watchWorker tells what is none. Of the old kind, since Chromium starts no module from a blob of such a document.
 */
const PROLOGUE = `const early = [];
onmessage = (event) => early.push(event);
import(ADDRESS).then(
  () => early.forEach((event) => onmessage(event)),
  () => setTimeout(() => { throw new SyntaxError('The script did not load'); }),
);`;

/**
 * Starts a worker in a document without an origin of its own, which may have none of a server's scripts: one of its own
 * that imports the script, as servers allow that let every origin have their files (CORS).
 * @param address of a module
 */
export function startOpaqueWorker(address: string, name: string): Worker {
  const script = PROLOGUE.replace('ADDRESS', () => JSON.stringify(address));
  return new Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })), { name });
}
