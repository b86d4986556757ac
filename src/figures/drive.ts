import type { Site } from '../panels/context';
import { centreOfSample, sampleOf } from '../panels/sampleOf';
import { changedKeys } from '../state/checkSetting';
import type { FigureSpec } from '../state/figureSpec';
import type { Lab } from '../state/lab';
import type { LayerName } from '../state/planeLayers';
import { type Key, type Settings, SPECS } from '../state/settings';
import { ownValuesOf } from './ownValues';
import { deskOf } from './sweep/deskOf';

/** What words of the text have a figure do. What is not said stays as it is. */
export interface FigureWish {
  /** Of a figure with models: of all of them, or of the one that is named. */
  readonly settings?: Partial<Settings>;
  readonly lab?: string;
  /**
   * Whether all other settings of those models, but for how fast and by what they are trained, become the figure's own again;
   * a run that has begun with all of them goes on.
   */
  readonly anew?: boolean;
  /** Of a figure with a component of its own. */
  readonly values?: Readonly<Record<string, number | string>>;
  /** The plan of a sweep, as an address has it; the sweep begins. */
  readonly plan?: string;
  /** Layers of the plane to switch on. */
  readonly layers?: readonly LayerName[];
  /** The image to select; null for none. */
  readonly image?: number | null;
  /**
   * Images whose codes, as they are at that moment, are pinned in this order, in the place of all other pins; without
   * those that the frame leaves out.
   */
  readonly pins?: readonly number[];
  /** Which draws from the prior are shown on the plane, and decoded. */
  readonly prior?: number;
  /** The image to put on the pad. */
  readonly pad?: number;
  /** Whether it trains from now on. */
  readonly play?: boolean;
}

/**
 * Does it, whether or not the figure is on screen, or even fetched: its labs are there from the first.
 * @throws RangeError for a setting, a value or an image that the figure cannot have
 */
export function driveFigure(site: Site, spec: FigureSpec, wish: FigureWish): void {
  const { settings, lab: named, anew = false, values, plan, layers = [], image, pins, prior, pad, play = false } = wish;
  if (values !== undefined) ownValuesOf(site)[spec.id]!.set(values);
  if (plan !== undefined) {
    site.sweeps[spec.id]!.setState(plan, true);
    deskOf(site, spec).start();
  }
  for (const { id } of spec.labs) {
    if (named !== undefined && named !== id) continue;
    const { lab, defaults } = site.labs.entry(id)!;
    const { engine: _engine, speed: _speed, ...own } = defaults;
    const changes = { ...(anew && own), ...settings };
    // What is set already begins nothing by itself, though words that begin a run are pressed for that.
    const again = !anew && begins(lab, settings);
    // It rejects where the images of another data set do not come, and has told the reader by then.
    if (Object.keys(changes).length > 0) lab.set(changes).catch(() => undefined);
    if (again) lab.reset().catch(() => undefined);
    for (const layer of layers) lab.layers.set({ [layer]: true });
    if (image !== undefined) site.labs.change(id, { image });
    if (prior !== undefined) lab.prior.show(prior);
    if (pins !== undefined) whenSeen(lab, () => pinCodes(lab, pins));
    // A part that does not come is told by its panel.
    if (pad !== undefined) whenSeen(lab, () => void lab.pad.draw(pad).catch(() => lab.pad.open(true)));
    if (play) lab.play();
  }
}

/** Whether settings are named that a run begins with, and are all as they are already. */
function begins(lab: Lab, settings: Partial<Settings> = {}): boolean {
  const hasBegun = lab.frame !== null && lab.frame.step > 0;
  const named = Object.keys(settings) as Key[];
  return (
    hasBegun &&
    named.some((key) => SPECS[key].restart) &&
    changedKeys({ ...lab.settings, ...settings }, lab.settings).length === 0
  );
}

/** Does something at the first frame of a lab, or at once where it has one. */
function whenSeen(lab: Lab, act: () => void): void {
  if (lab.frame !== null) act();
  else {
    const stop = lab.on('frame', () => {
      stop();
      act();
    });
  }
}

/** Pins the codes of those images that the frame has. */
function pinCodes(lab: Lab, images: readonly number[]): void {
  const frame = lab.frame!;
  const samples = images.flatMap((index) => sampleOf(frame, index, null) ?? []);
  lab.pins.place(samples.map((sample) => centreOfSample(sample, frame)));
}

/** Brings a figure into view where less than half of it is in sight, as much as fits. @param still without a glide */
export function bringIntoView(id: string, still: boolean): void {
  const figure = document.getElementById(id);
  if (figure === null) return;
  const { top, bottom, height } = figure.getBoundingClientRect();
  const seen = Math.min(bottom, innerHeight) - Math.max(top, 0);
  if (seen < Math.min(height, innerHeight) / 2)
    figure.scrollIntoView({ behavior: still ? 'auto' : 'smooth', block: height < innerHeight ? 'center' : 'start' });
}
