import type { LayersPair } from '../formats/layersFiles';
import type { Chosen } from '../model/choose';
import type { Engine, ServingEngine } from '../model/engine';
import type { LayersEngine } from '../model/layers/engine';
import type { Architecture } from '../model/layout';
import type { TrainerState } from '../model/trainer';
import type { Player } from './player';
import type { EngineName, LiveConfig, Parameters, RunEvent, TimelineNews } from './protocol';
import { engineSummary, type Run } from './run';
import { trainingSettings } from './travel';

/** What an engine is opened for. */
export interface EngineOrder {
  readonly architecture: Architecture;
  readonly n: number;
  readonly live: LiveConfig;
  /** Gives the engine its data and parameters. */
  prepare(engine: Engine): void;
  /** To be called when the hardware takes an engine of this order away. */
  lost(): void;
}

/** What a keeper needs from outside. */
export interface EngineAccess {
  openEngine(wanted: EngineName | 'auto', order: EngineOrder): Promise<Chosen>;
  /** @throws WeightsError for a pair that is none */
  openLayers(pair: LayersPair): Promise<LayersEngine>;
  /** Runs a task when no request is being answered. */
  later(task: () => Promise<void>): void;
  emit(event: RunEvent): void;
  tell(news: TimelineNews): void;
}

/** By name: the class belongs to an engine that may never have been fetched. */
export const isContextLost = (error: unknown): boolean => error instanceof Error && error.name === 'ContextLostError';

/** Keeps an engine under a run: opens it, changes it, and puts another in its place when the hardware takes it away. */
export class EngineKeeper {
  /** @param leaving called before an engine is left for another */
  constructor(
    private readonly access: EngineAccess,
    private readonly player: Player,
    private readonly current: () => Run | null,
    private readonly leaving: () => void,
  ) {}

  /** @throws EngineError where no engine can serve */
  async open(
    wanted: EngineName | 'auto',
    { images, architecture, live }: Pick<Run, 'images' | 'architecture' | 'live'>,
    parameters: Parameters,
  ): Promise<Chosen> {
    let opened: Engine | null = null;
    const chosen = await this.access.openEngine(wanted, {
      architecture,
      n: images.n,
      live,
      prepare: (engine) => {
        engine.setData(images.images, images.n, images.intensities);
        engine.load(parameters);
      },
      lost: () => {
        const lost = opened;
        // One that is lost in its trial has given way already.
        if (lost === null) return;
        // Where nothing can take its place, whoever asks next is told so, and it is tried again.
        this.access.later(() => this.recover(lost).catch(() => undefined));
      },
    });
    opened = chosen.engine;
    return chosen;
  }

  /** Goes on training the same parameters on another engine. When it cannot be had, the present one stays. */
  change(run: Run, wanted: EngineName | 'auto'): Promise<void> {
    return this.player.held(async () => {
      const parameters = await this.surviving(run, () => run.trainer.engine.save());
      const { name: from } = run.trainer.engine;
      await this.replace(run, wanted, parameters);
      run.wanted = wanted;
      const { name: to } = run.trainer.engine;
      if (to !== from) run.timeline?.mark({ step: parameters.step, kind: 'engine', from, to, lost: false });
    });
  }

  /** Does something that a lost engine may interrupt: then once more, on the engine that takes its place. */
  async surviving<T>(run: Run, work: () => Promise<T>): Promise<T> {
    const { engine } = run.trainer;
    try {
      return await work();
    } catch (error) {
      if (!isContextLost(error)) throw error;
      await this.recover(engine);
      return work();
    }
  }

  /** Puts another engine in the place of one that was lost, from the last snapshot. */
  private async recover(lost: ServingEngine): Promise<void> {
    const run = this.current();
    if (run === null || run.trainer.engine !== lost) return;
    await this.player.held(async () => {
      const last = run.snapshots.rewind();
      const from = run.trainer.engine.name;
      await this.replace(run, run.wanted, last, last.trainer);
      const { name: to } = run.trainer.engine;
      const mark = { step: last.step, kind: 'engine', from, to, lost: true } as const;
      run.timeline?.rewound(mark, trainingSettings(run.live));
      this.access.emit({ kind: 'engine-lost', restored: last.step, ...engineSummary(run) });
    });
  }

  /** @param state where the run stood that the parameters are of, if that is not where it stands */
  private async replace(
    run: Run,
    wanted: EngineName | 'auto',
    parameters: Parameters,
    state: TrainerState | null = null,
  ): Promise<void> {
    const { engine: old } = run.trainer;
    const { engine, reason } = await this.open(wanted, run, parameters);
    this.leaving();
    run.trainer.moveTo(engine, parameters.step, state);
    run.reason = reason;
    old.dispose();
  }
}
