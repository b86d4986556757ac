import type { StoreApi } from 'zustand/vanilla';
import type { EngineFailure, EngineSummary } from '../worker/protocol';
import type { LabState } from './labState';
import type { NoticeBoard } from './notices';
import type { Settings } from './settings';

/** What a change of engine works with. */
interface EngineParts {
  readonly store: StoreApi<LabState>;
  readonly notices: NoticeBoard;
  /** Asks the worker to go on with another engine. */
  ask(engine: Settings['engine']): Promise<EngineSummary>;
  /** Whether there is no run any more. */
  isOver(): boolean;
}

/** Has the model of a lab go on training on another engine, and keeps what the state says of engines true. */
export class EngineChange {
  constructor(private readonly parts: EngineParts) {}

  /**
   * Goes on with the engine of the settings; where that cannot be had, the present one stays, which the reader is told.
   * @param before the setting to go back to
   * @throws what the worker answered where the run is over
   */
  async make(before: Settings['engine']): Promise<void> {
    const { store, notices, ask, isOver } = this.parts;
    try {
      this.show(await ask(store.getState().settings.engine));
    } catch (error) {
      // That is no matter of the engine.
      if (isOver()) throw error;
      store.setState(({ settings }) => ({ settings: { ...settings, engine: before } }));
      const { message, engines = [] } = error as Error & { engines?: readonly EngineFailure[] };
      notices.notify({ kind: 'engine', engines, message });
    }
  }

  /** Another engine serves. */
  show({ engine, engineReason, arithmetic }: EngineSummary): void {
    this.parts.store.setState(({ run }) => ({
      run: run === null ? null : { ...run, engine, engineReason, arithmetic },
    }));
  }
}
