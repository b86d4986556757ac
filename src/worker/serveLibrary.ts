/// <reference lib="webworker" />
/** The library worker: takes the requests of libraryProtocol.ts. */
import { createLibraryJobs } from './libraryJobs';
import type { LibraryRequest } from './libraryProtocol';

declare const self: DedicatedWorkerGlobalScope;

const take = createLibraryJobs((response, buffers) => self.postMessage(response, buffers));
self.onmessage = ({ data }: MessageEvent<LibraryRequest>) => take(data);
