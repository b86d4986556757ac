import { WasmError } from '../platform/wasm';
import type { EngineFailure, EngineName } from './engine';

/** Why one engine cannot serve, thrown by what makes it. */
export class EngineUnavailable extends Error {
  override readonly name = 'EngineUnavailable';
  constructor(
    override readonly cause: EngineFailure['cause'],
    message: string,
  ) {
    super(message);
  }
}

/** No engine can serve; the reasons are told for each that was tried. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
  constructor(readonly engines: readonly EngineFailure[]) {
    super(engines.map(({ engine, message }) => `${engine}: ${message}`).join('; '));
  }
}

/** What an engine's maker, preparation or trial threw, as a reason. */
export function failureOf(engine: EngineName, thrown: unknown): EngineFailure {
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  const known = thrown instanceof EngineUnavailable || thrown instanceof WasmError;
  return { engine, cause: known ? thrown.cause : 'failed', message };
}
