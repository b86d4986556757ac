import { sharesOf } from '../math/holdout';
import { mostActive } from '../math/planar';
import { checkOrder } from '../model/batches';
import { initialParameters } from '../model/initial';
import { createLayout } from '../model/layout';
import { Trainer } from '../model/trainer';
import type { EngineAccess, EngineKeeper } from './keeper';
import { isWhole } from './keptMoments';
import type { Images, LiveConfig, Origin, Parameters, RunConfig } from './protocol';
import type { Run } from './run';
import { Snapshots } from './snapshots';
import type { KeptTimeline } from './timelineProtocol';
import { noteSettings, openTimeline } from './travel';

/** What a run is opened with. */
export interface RunTools {
  readonly access: Pick<EngineAccess, 'openLayers'>;
  readonly keeper: Pick<EngineKeeper, 'open'>;
  /** Ends the run before, whose engine goes: called when nothing that was asked for stands in the way of the new one. */
  leave(): void;
}

/** A run that has just been opened. */
export interface Opened {
  readonly run: Run;
  /** Trainable numbers of the model, but for the σ̃ of a likelihood that learns it. */
  readonly parameterCount: number;
}

/**
 * Opens a new run, or one that goes on from elsewhere, or one of a model that the reader has brought.
 * @param wake where it goes on from; null begins with the initial parameters
 * @throws RangeError for a run to go on with, or a model, that does not belong to the images; the run before stays then
 * @throws WeightsError for a pair that is none; the run before stays then
 * @throws EngineError where no engine can serve; there is no run then
 */
export function openRun(
  tools: RunTools,
  images: Images,
  config: Omit<RunConfig, 'images'>,
  live: LiveConfig,
  wake: Origin | null,
): Promise<Opened> {
  return config.pair ? openShown(tools, images, config.pair, live) : openTrained(tools, images, config, live, wake);
}

async function openTrained(
  { keeper, leave }: RunTools,
  images: Images,
  config: Omit<RunConfig, 'images'>,
  live: LiveConfig,
  wake: Origin | null,
): Promise<Opened> {
  const { hidden, latent, activation, posterior, seed, holdout } = config;
  const architecture = { inputs: images.width * images.height, hidden, latent, activation, posterior };
  const from = wake?.trainer ?? null;
  if (from !== null) checkOrder(from.order, sharesOf(images.n, holdout, seed).training);
  leave();
  const first = (): Parameters => initialParameters(architecture, config.init, seed);
  const parameters = wake?.parameters ?? first();
  // The engine that served before serves again: a trial might find otherwise today, and takes its time.
  const served = config.engine === 'auto' ? wake?.serving : null;
  const wanted = served && served.engine !== 'layers' ? served.engine : config.engine;
  const { engine, reason } = await keeper.open(wanted, { images, architecture, live }, parameters);
  const start = {
    ...live,
    family: posterior,
    holdout,
    resampled: images.intensities !== undefined,
    step: parameters.step,
    ...(from !== null && { from }),
  };
  const trainer = new Trainer(engine, images, latent, seed, start);
  const kept = wake?.timeline ?? null;
  const isOfSeed = kept === null ? wake === null : beginsWithSeed(kept);
  const axes = wake?.axes ?? mostActive(new Float32Array(latent));
  const run: Run = {
    images,
    architecture,
    trainer,
    snapshots: new Snapshots({ ...parameters, trainer: trainer.state() }, performance.now()),
    timeline: openTimeline(config.timeline ?? 0, architecture, {
      parameters: isOfSeed ? null : parameters,
      trainer: trainer.state(),
      live,
      isBrought: wake !== null && wake.settings === null,
      kept,
    }),
    first,
    wanted: config.engine,
    reason: served?.engine === engine.name ? served.engineReason : reason,
    live,
    canEncode: true,
    axes,
    shown: axes,
  };
  // They may have been changed while it slept; a timeline that begins here begins with them.
  if (kept !== null && wake?.settings) noteSettings(run, wake.settings);
  return { run, parameterCount: createLayout(architecture).observation };
}

/** A run of a model that the reader has brought: it is looked at, and not trained. */
async function openShown(
  { access, leave }: RunTools,
  images: Images,
  pair: NonNullable<RunConfig['pair']>,
  live: LiveConfig,
): Promise<Opened> {
  const engine = await access.openLayers(pair);
  const { width, height, hasEncoder, parameterCount } = engine.shape;
  if (width !== images.width || height !== images.height) {
    engine.dispose();
    throw new RangeError(
      `A model of ${width} × ${height} pixels cannot show images of ${images.width} × ${images.height}`,
    );
  }
  leave();
  engine.setData(images.images, images.n);
  const parameters = await engine.save();
  const { architecture } = parameters;
  const axes = mostActive(new Float32Array(architecture.latent));
  const trainer = new Trainer(engine, images, architecture.latent, 0, live);
  const run: Run = {
    images,
    architecture,
    trainer,
    snapshots: new Snapshots({ ...parameters, trainer: trainer.state() }, performance.now()),
    timeline: null,
    first: () => parameters,
    wanted: 'auto',
    reason: { code: 'asked', renderer: null, other: null },
    live,
    canEncode: hasEncoder,
    axes,
    shown: axes,
  };
  return { run, parameterCount };
}

/** Whether the parameters of a timeline's first moment come from the seed. */
function beginsWithSeed({ line: { moments } }: KeptTimeline): boolean {
  const first = moments[0]!;
  return isWhole(first) && first.parameters === null;
}
