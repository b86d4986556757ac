import type { DataFailure } from '../worker/libraryProtocol';
import type { EngineFailure, WorkerFault } from '../worker/protocol';
import type { LabFailure } from './labState';
import type { NoticeText } from './notices';

/** Images that could not be had, for whatever reason: a run under way is not touched by it. */
export class ImagesError extends Error {
  override readonly name = 'ImagesError';
  constructor(readonly reason: Error) {
    super(reason.message);
  }
}

/** What was asked for was ended on purpose. By name: errors come from another thread, and their classes do not. */
export const isAbort = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && (error as Error).name === 'AbortError';

/** What an error means for a lab that cannot go on. */
export function failureOf(error: Error): LabFailure {
  const reason = error instanceof ImagesError ? error.reason : error;
  const { name, message } = reason;
  const { cause, engines, problem } = reason as {
    cause?: WorkerFault;
    engines?: readonly EngineFailure[];
  } & Partial<DataFailure>;
  switch (name) {
    case 'DataError':
      return { kind: 'data', problem: problem ?? null, message };
    case 'WorkerError':
      return { kind: 'worker', of: reason === error ? 'training' : 'images', cause: cause ?? 'crashed', message };
    case 'EngineError':
      return { kind: 'engines', engines: engines ?? [], message };
    default:
      return { kind: 'defect', message };
  }
}

/**
 * What to tell the reader of images that could not be had.
 * @param kept whether there is a run, which goes on
 */
export function noticeOfImages(error: Error, kept: boolean): NoticeText {
  const failure = failureOf(new ImagesError(error));
  const { message } = failure;
  if (failure.kind === 'worker') return { kind: 'images', cause: failure.cause, message, kept };
  return { kind: 'data', message, problem: failure.kind === 'data' ? failure.problem : null, kept };
}
