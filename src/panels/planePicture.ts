import { type PlaneScales, planeScales } from '../draw/plane/scales';
import { importer } from '../platform/importer';
import { isUnderWay } from '../state/moment';
import type { PlaneView } from '../state/planeView';
import { NOTHING_STAGED, type Staged } from '../state/staged';
import type { Frame } from '../worker/frameProtocol';
import { shownLabels } from './ellipseCloud';
import type { allLayers } from './plane/laterLayers';
import {
  type Lacks,
  type LayerAnswers,
  type LayerInk,
  NO_ANSWERS,
  type PlaneLayer,
  type PlaneProblem,
  type PlaneScene,
  paintChanged,
} from './plane/layer';
import { type FirstLayers, firstLayers, type LayerCallbacks, type PlaneStage } from './plane/layers';

/** Where and how the picture is drawn, and in which colours its images are. */
interface Place extends Pick<PlaneScene, 'ratio' | 'theme' | 'words' | 'heldOut' | 'names'> {
  /** CSS pixels a side; nothing is painted while there are none. */
  readonly size: number;
  /** n numbers of colours of the theme's `classes`. */
  readonly labels: Uint8Array | null;
}

type Shown = Pick<
  PlaneScene,
  'frame' | 'layers' | 'pins' | 'focus' | 'selected' | 'image' | 'drawn' | 'region' | 'prior' | 'cross'
> &
  LayerAnswers &
  Staged;

/** What the picture asks of its panel, and what it tells it. */
interface Callbacks extends Omit<LayerCallbacks, 'taken' | 'surveyed' | 'lacking'> {
  readonly lacks: Lacks;
}

/** Of no use before the first picture is there. */
const fetchLayers = importer(() => import('./plane/laterLayers'));

/** The picture on a panel's stage, for whoever draws it again elsewhere. */
export const planePictures = new WeakMap<Element, PlanePicture>();

/** Everything that is drawn on the latent plane: a list of layers, each painted when what it shows has changed. */
export class PlanePicture {
  /** Those of the first picture, until all have come; from the back. */
  private layers: readonly PlaneLayer[];
  private readonly first: FirstLayers;
  /** Of those around them: not asked for, on their way, there, or did not come. */
  private others: 'none' | 'opening' | 'there' | 'missing' = 'none';
  /** Says whether those are missing. */
  private readonly lacksOthers: Lacks;
  private readonly layerCallbacks: LayerCallbacks;
  /** What each layer lacks, in the order of those that may lack something. */
  private readonly problems: (PlaneProblem | null)[] = [];
  private place: Place | null = null;
  private shown: Shown;
  private labels: Uint8Array | null = null;
  /** null until there is room for it. */
  private scene: PlaneScene | null = null;
  private readonly stopListening: () => void;
  private disposed = false;

  constructor(
    private readonly stage: PlaneStage,
    private readonly view: PlaneView,
    layers: PlaneScene['layers'],
    private readonly callbacks: Callbacks,
  ) {
    const { region, prior } = callbacks.lab;
    this.shown = {
      frame: null,
      layers,
      ...NO_ANSWERS,
      pins: [],
      focus: -1,
      selected: null,
      image: null,
      region: region.store.getState(),
      prior: prior.store.getState(),
      drawn: false,
      cross: null,
      ...NOTHING_STAGED,
    };
    this.layerCallbacks = {
      ...callbacks,
      taken: (window) => view.take(window),
      surveyed: (image) => this.show({ image }),
      came: (answer) => {
        this.show(answer);
        callbacks.came(answer);
      },
      lacking: () => this.lacking(),
    };
    this.first = firstLayers(stage, this.layerCallbacks);
    this.layers = [this.first.ellipses.layer, this.first.furniture.layer];
    this.lacksOthers = this.lacking();
    this.stopListening = view.on(() => this.paint());
  }

  /** Latent units to CSS pixels of what is shown. */
  get scales(): PlaneScales {
    return this.scene?.scales ?? planeScales(this.view.current, 1);
  }

  /** Draws it in another place, or for the first time in any. */
  move(place: Place): void {
    this.place = place;
    this.labelFrame();
    this.paint();
  }

  /** Shows these; what is not named stays. */
  show(changes: Partial<Shown>): void {
    this.take(changes);
    this.paint();
  }

  /** Shows the next frame, and moves the window on towards its codes: both in one painting. */
  followFrame(frame: Frame): void {
    this.take({ frame });
    // A window that moves is painted, with the frame, as it does; then nothing is left to be painted.
    this.view.follow(frame.plane.mu, performance.now(), this);
    this.paint();
  }

  /** Gives the window back to the codes of the last frame. */
  fit(): void {
    this.view.fit(this.shown.frame?.plane.mu ?? new Float32Array(0), this);
  }

  /** Takes what a page has few of, such as a WebGL context, or gives it back; the rest of the picture stays. */
  keep(kept: boolean): void {
    for (const layer of this.layers) layer.keep?.(kept);
  }

  /** Asks again for what did not come. */
  retry(): void {
    if (this.others === 'missing') void this.addOthers();
    for (const layer of this.layers) layer.retry?.();
  }

  /** What all canvases show, from the back, for a picture of so many pixels a side. */
  inks(pixels: number): LayerInk[] {
    return this.layers.flatMap((layer) => this.inkOf(layer, pixels) ?? []);
  }

  /** What one of its canvases shows, for a picture of so many pixels a side; null where that is nothing. */
  inkOn(canvas: HTMLCanvasElement, pixels: number): LayerInk | null {
    const layer = this.layers.find(({ drawn }) => drawn?.host.contains(canvas));
    return layer === undefined ? null : this.inkOf(layer, pixels);
  }

  dispose(): void {
    this.disposed = true;
    this.stopListening();
    this.view.forget(this);
    for (const layer of this.layers) layer.dispose();
  }

  private inkOf({ drawn }: PlaneLayer, pixels: number): LayerInk | null {
    return this.scene === null ? null : (drawn?.ink(this.scene, pixels) ?? null);
  }

  /** Says what one more layer lacks; of several problems the panel is told the hindmost layer's. */
  private lacking(): Lacks {
    const at = this.problems.push(null) - 1;
    return (problem) => {
      this.problems[at] = problem;
      if (!this.disposed) this.callbacks.lacks(this.problems.find((each) => each !== null) ?? null);
    };
  }

  private take(changes: Partial<Shown>): void {
    this.shown = { ...this.shown, ...changes };
    if (changes.frame !== undefined) this.labelFrame();
  }

  private labelFrame(): void {
    const { frame } = this.shown;
    this.labels = frame === null || this.place === null ? null : shownLabels(frame, this.place.labels);
  }

  private paint(): void {
    if (this.place === null || this.place.size === 0) return;
    const before = this.scene;
    const { size, ratio, theme, words, heldOut, names } = this.place;
    const { shown, labels } = this;
    const window = this.view.current;
    const rests = before !== null && before.window === window && before.scales.size === size;
    const scales = rests ? before.scales : planeScales(window, size);
    const scene = { ...shown, labels, names, window, scales, ratio, theme, words, heldOut };
    this.scene = scene;
    try {
      paintChanged(this.layers, scene, before);
    } catch (error) {
      this.callbacks.broke(error);
    }
    if (this.others === 'none' && scene.frame !== null && isUnderWay(scene.frame)) void this.addOthers();
  }

  /** Fetches all layers but those of the first picture, and draws them. Where they do not come, `retry` asks again. */
  private async addOthers(): Promise<void> {
    this.others = 'opening';
    this.lacksOthers(null);
    let make: typeof allLayers;
    try {
      make = (await fetchLayers()).allLayers;
    } catch {
      this.others = 'missing';
      this.lacksOthers('gestures');
      return;
    }
    if (this.disposed) return;
    this.others = 'there';
    const before = this.layers;
    try {
      this.layers = make(this.stage, this.first, this.layerCallbacks);
      paintChanged(
        this.layers.filter((layer) => !before.includes(layer)),
        this.scene!,
        null,
      );
    } catch (error) {
      this.callbacks.broke(error);
    }
  }
}
