/// <reference lib="webworker" />
/** The library worker's entry. Nothing may import it: WebKit evaluates an entry that a chunk imports a second time. */
import { createLibraryJobs } from './libraryJobs';
import type { LibraryRequest } from './libraryProtocol';

declare const self: DedicatedWorkerGlobalScope;

const take = createLibraryJobs((response, buffers) => self.postMessage(response, buffers));
self.onmessage = ({ data }: MessageEvent<LibraryRequest>) => take(data);
