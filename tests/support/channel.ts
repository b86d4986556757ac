import { afterAll, beforeAll, vi } from 'vitest';

/** Gives the tests of a file ports as a browser has them: one of Node hands out a thousand messages at a time. */
export function useBrowserPorts(): void {
  class Channel {
    readonly port1: { onmessage: (() => void) | null; close(): void } = { onmessage: null, close: () => undefined };
    readonly port2 = { postMessage: () => void setImmediate(() => this.port1.onmessage?.()) };
  }
  beforeAll(() => {
    vi.stubGlobal('MessageChannel', Channel);
  });
  afterAll(() => {
    vi.unstubAllGlobals();
  });
}
