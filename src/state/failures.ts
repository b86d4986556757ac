import type { DataFailure } from '../worker/libraryProtocol';
import type { EngineFailure, WorkerFault } from '../worker/protocol';
import type { LabFailure } from './labState';

/** By name: errors come from another thread, and their classes do not. */
export const isDataFailure = (error: unknown): error is DataFailure => isNamed(error, 'DataError');

/** What was asked for was ended on purpose. */
export const isAbort = (error: unknown): boolean => isNamed(error, 'AbortError');

function isNamed(error: unknown, name: string): boolean {
  return typeof error === 'object' && error !== null && (error as Error).name === name;
}

/** What an error means for a lab that cannot go on. */
export function failureOf(error: Error): LabFailure {
  const { name, message } = error;
  if (isDataFailure(error)) return { kind: 'data', problem: error.problem, message };
  const { cause, engines } = error as { cause?: WorkerFault; engines?: readonly EngineFailure[] };
  if (name === 'WorkerError') return { kind: 'worker', cause: cause ?? 'crashed', message };
  if (name === 'EngineError') return { kind: 'engines', engines: engines ?? [], message };
  return { kind: 'defect', message };
}
