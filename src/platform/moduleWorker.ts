/** Whether this document has no origin of its own, as in a sandboxed frame. */
export const isOpaque = (): boolean => globalThis.origin === 'null';

/**
 * Starts a module worker in a document without an origin of its own, which may have none of a server's scripts: one of
 * its own that imports the script, as servers allow that let every origin have it (CORS). What is sent meanwhile waits.
 * @param address of the script; what that starts from a URL of its own does not work
 */
export function startOpaqueWorker(address: string, name: string): Worker {
  const own = new Blob([`import ${JSON.stringify(address)};`], { type: 'text/javascript' });
  return new Worker(URL.createObjectURL(own), { type: 'module', name });
}
