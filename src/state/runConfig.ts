import type { LayersPair } from '../formats/layersFiles';
import type { View } from '../worker/frameProtocol';
import type { DataOrder, Source } from '../worker/libraryProtocol';
import type { LiveConfig } from '../worker/protocol';
import type { OwnSource } from './brought';
import type { RunOrder } from './connection';
import type { Settings } from './settings';

/**
 * @param own the reader's own images, where they have been loaded
 * @throws Error for settings that name those where there are none
 */
export function dataOrder(settings: Settings, baseUrl: string, own: Source | null): DataOrder {
  const { size, count, transposed, binary } = settings;
  const source = sourceOf(settings, own);
  // How the reader's own files lie says nothing of the others.
  return { baseUrl, source, size, count, transposed: source === own && transposed, binary };
}

/** Settings with images of the reader's own, checked before; these have no variants. */
export const ownSettings = (settings: Settings, { changes }: OwnSource): Settings => ({
  ...settings,
  ...(changes as Partial<Settings>),
  data: 'file',
  variant: '',
});

function sourceOf({ data, variant }: Settings, own: Source | null): Source {
  if (data !== 'file') return { kind: 'set', set: data, variant };
  if (own === null) throw new Error('The setting data is "file", but no file of the reader’s own has been opened');
  return own;
}

/**
 * What a run is to be.
 * @param pair a model that the reader has brought, to be shown in its place
 * @param past bytes that may be kept of what was
 */
export function runOrder(settings: Settings, pair: LayersPair | null, past: number): RunOrder {
  const { holdout, seed, hidden, activation, latent, posterior, init, engine } = settings;
  const run = {
    holdout,
    seed,
    hidden,
    activation,
    latent,
    posterior,
    init,
    engine,
    ...(pair !== null && { pair }),
    timeline: past,
  };
  return { run, live: liveConfig(settings) };
}

/** What may change while a run goes on. */
export function liveConfig(settings: Settings): LiveConfig {
  const { beta, noiseScale, likelihood, sigmaX, samples, regulariser, learningRate, batchSize, speed } = settings;
  return { hyper: { beta, noiseScale, likelihood, sigmaX, samples, regulariser, learningRate }, batchSize, speed };
}

/** Two different axes that the model has, or none of them: then the most active. */
export function shownAxes({ axisX, axisY, latent }: Settings): View['axes'] {
  const known = axisX !== axisY && Math.min(axisX, axisY) > 0 && Math.max(axisX, axisY) <= latent;
  return known ? [axisX - 1, axisY - 1] : null;
}
