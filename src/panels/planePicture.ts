import type { EllipsePainter } from '../draw/ellipses/cloud';
import { createEllipsePainter, type PainterError } from '../draw/ellipses/createEllipsePainter';
import { ellipseStyle } from '../draw/ellipses/style';
import { paintFrame } from '../draw/plane/frame';
import type { PlaneZoom } from '../draw/plane/gestures';
import {
  type DragPins,
  type PinActions,
  paintClassNames,
  paintCross,
  paintFocus,
  paintPins,
} from '../draw/plane/marks';
import { type PlaneScales, planeScales } from '../draw/plane/scales';
import { classColour, css, type Theme, themeOf } from '../draw/theme';
import { classCentres } from '../math/classes';
import { importer } from '../platform/importer';
import type { Pin } from '../state/pins';
import type { PlaneView } from '../state/planeView';
import type { Frame } from '../worker/protocol';
import { cloudOf, drawnView, shownLabels } from './ellipseCloud';

interface Surface {
  /** CSS pixels a side. */
  readonly size: number;
  /** Device pixels to draw for one CSS pixel. */
  readonly ratio: number;
  readonly theme: Theme;
  readonly dataset: { readonly labels: Uint8Array | null } | null;
  readonly pinLabel: (number: string, x: number, y: number) => string;
}

/** What the picture tells its panel. */
interface Callbacks {
  readonly pins: PinActions;
  /** What the picture lacks; null once it is whole, or may be. */
  lacks(problem: PlaneProblem | null): void;
}

/** Why the ellipses are not drawn, or that the code for wheel, pinch and drag did not come. */
export type PlaneProblem = PainterError['reason'] | 'gestures';

/** Half of what the plane's code weighs, and of use only to a reader who sees the plane already. */
const importGestures = importer(() => import('../draw/plane/gestures'));

/** At most this many names of classes: more are letters or words, not digits at a glance. */
const MAX_NAMES = 12;

/** Layers of the SVG, from the back. */
const LAYERS = ['furniture', 'names', 'focus', 'cross', 'pins'] as const;

/** Everything that is drawn on the latent plane, redrawn when one of its parts changes. */
export class PlanePicture {
  private surface: Surface = { size: 0, ratio: 1, theme: themeOf(false), dataset: null, pinLabel: () => '' };
  private frame: Frame | null = null;
  private pins: readonly Pin[] = [];
  /** Window and size that the furniture was last drawn for: most frames change neither. */
  private furnished = '';
  private focus = -1;
  private cross: readonly [number, number] | null = null;
  private current: PlaneScales;
  private readonly layers: Readonly<Record<(typeof LAYERS)[number], SVGGElement>>;
  /** null until its code has come, and while it is not kept. */
  private ellipses: EllipsePainter | null = null;
  private kept = false;
  /** Counts the painters that were asked for: one that comes when it is no longer wanted is given back. */
  private asked = 0;
  /** null until their code has come, and after `dispose`. */
  private gestures: { readonly zoom: PlaneZoom; readonly drag: DragPins } | null = null;
  private gesturesAsked = false;
  private problems: { painter: PainterError['reason'] | null; gestures: 'gestures' | null } = {
    painter: null,
    gestures: null,
  };
  private disposed = false;
  private readonly stopListening: () => void;

  constructor(
    private readonly canvasHost: HTMLElement,
    private readonly svg: SVGSVGElement,
    private readonly view: PlaneView,
    private readonly callbacks: Callbacks,
  ) {
    this.current = planeScales(view.current, 1);
    const layer = (name: string): SVGGElement => {
      const group = document.createElementNS('http://www.w3.org/2000/svg', 'g');
      group.setAttribute('class', name);
      svg.append(group);
      return group;
    };
    this.layers = Object.fromEntries(LAYERS.map((name) => [name, layer(name)])) as typeof this.layers;
    this.stopListening = view.on(() => this.paint());
  }

  /** Latent units to CSS pixels of what is shown. */
  get scales(): PlaneScales {
    return this.current;
  }

  show(surface: Surface): void {
    this.surface = surface;
    this.paint();
  }

  showFrame(frame: Frame): void {
    this.frame = frame;
    this.paint();
    if (!this.gesturesAsked) void this.openGestures();
  }

  /** Shows the next frame, and moves the window on towards its codes: both in one painting. */
  followFrame(frame: Frame): void {
    this.frame = frame;
    const before = this.view.current;
    this.view.follow(frame.plane.mu, performance.now());
    // A window that has moved was painted as it did.
    if (this.view.current === before) this.paint();
    if (!this.gesturesAsked) void this.openGestures();
  }

  showPins(pins: readonly Pin[]): void {
    this.pins = pins;
    this.paintMarks();
  }

  /** @param index the image whose posterior stands out, or −1 */
  showFocus(index: number, cross: readonly [number, number] | null): void {
    this.focus = index;
    this.cross = cross;
    this.paintMarks();
  }

  /**
   * Takes a painter, with its canvas and WebGL context, or gives it back; the rest of the picture stays. There is none
   * at first.
   */
  keepPainter(kept: boolean): void {
    if (kept === this.kept) return;
    this.kept = kept;
    if (kept) void this.openPainter();
    else this.closePainter();
  }

  /** Asks again for what did not come. */
  retry(): void {
    if (this.kept && this.ellipses === null) void this.openPainter();
    if (this.gestures === null) void this.openGestures();
  }

  dispose(): void {
    this.stopListening();
    this.disposed = true;
    this.gestures?.zoom.dispose();
    this.gestures = null;
    this.keepPainter(false);
    for (const name of LAYERS) this.layers[name].remove();
  }

  private paint(): void {
    const { size } = this.surface;
    if (size === 0) return;
    const { x, y, half } = this.view.current;
    const place = [x, y, half, size].join();
    if (place !== this.furnished) {
      this.furnished = place;
      this.current = planeScales(this.view.current, size);
      this.gestures?.zoom.sync(this.view.current, size);
      paintFrame(this.layers.furniture, this.current);
    }
    this.paintEllipses();
    this.paintMarks();
  }

  private async openPainter(): Promise<void> {
    const ask = ++this.asked;
    this.report({ painter: null });
    const onFailed = (error: PainterError): void => {
      if (ask !== this.asked) return;
      this.closePainter();
      this.report({ painter: error.reason });
    };
    try {
      const painter = await createEllipsePainter(this.canvasHost, {
        onReplaced: () => this.paintEllipses(),
        onFailed,
      });
      if (ask === this.asked) {
        this.ellipses = painter;
        this.paintEllipses();
      } else {
        painter.dispose();
      }
    } catch (error) {
      onFailed(error as PainterError);
    }
  }

  private async openGestures(): Promise<void> {
    this.gesturesAsked = true;
    this.report({ gestures: null });
    try {
      const { attachZoom, dragPins } = await importGestures();
      if (this.disposed || this.gestures !== null) return;
      const zoom = attachZoom(this.svg, (window) => this.view.take(window));
      if (this.surface.size > 0) zoom.sync(this.view.current, this.surface.size);
      this.gestures = { zoom, drag: dragPins };
      this.paintMarks();
    } catch {
      this.report({ gestures: 'gestures' });
    }
  }

  private report(change: Partial<typeof this.problems>): void {
    this.problems = { ...this.problems, ...change };
    if (!this.disposed) this.callbacks.lacks(this.problems.painter ?? this.problems.gestures);
  }

  private closePainter(): void {
    this.asked++;
    this.ellipses?.dispose();
    this.ellipses = null;
  }

  private paintEllipses(): void {
    const { size, ratio, theme } = this.surface;
    if (this.frame === null || this.ellipses === null || size === 0) return;
    this.ellipses.paint(
      cloudOf(this.frame, shownLabels(this.frame, this.surface.dataset)),
      drawnView(this.view.current, Math.round(size * ratio)),
      ellipseStyle(theme, ratio),
    );
  }

  private paintMarks(): void {
    const { frame, layers, current: scales, surface } = this;
    if (surface.size === 0) return;
    const labels = frame === null ? null : shownLabels(frame, surface.dataset);
    const names = frame === null || labels === null ? [] : classCentres(frame.plane.mu, labels);
    paintClassNames(
      layers.names,
      names.length > MAX_NAMES
        ? []
        : names.map((centre) => ({ ...centre, colour: css(classColour(surface.theme, centre.label)) })),
      scales,
    );
    const i = frame === null ? -1 : this.focus / frame.stride;
    const focus =
      frame === null || i < 0 || 2 * i >= frame.plane.mu.length
        ? null
        : {
            x: frame.plane.mu[2 * i]!,
            y: frame.plane.mu[2 * i + 1]!,
            a: frame.noiseScale * frame.plane.sigma[2 * i]!,
            b: frame.noiseScale * frame.plane.sigma[2 * i + 1]!,
          };
    paintFocus(layers.focus, focus, scales);
    paintCross(layers.cross, this.cross, scales);
    paintPins(
      layers.pins,
      this.pins.map((pin, i) => ({
        ...pin,
        label: surface.pinLabel(String(i + 1), pin.x, pin.y),
      })),
      scales,
      this.callbacks.pins,
      this.gestures?.drag ?? null,
    );
  }
}
