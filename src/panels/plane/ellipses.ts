import type { EllipsePainter } from '../../draw/ellipses/cloud';
import { createEllipsePainter, type PainterError } from '../../draw/ellipses/createEllipsePainter';
import { ellipseStyle } from '../../draw/ellipses/style';
import { cloudOf, drawnView } from '../ellipseCloud';
import type { Lacks, PlaneLayer, PlaneScene } from './layer';

/** Layers that lie behind, on canvases of their own. */
const BEHIND = ['density', 'uncovered', 'stretch'] as const;

/** Every posterior of the frame, its ellipse and its centre, on a canvas that it takes and gives back. */
export class EllipseLayer implements PlaneLayer {
  readonly parts = ['frame', 'labels', 'window', 'scales', 'ratio', 'theme', 'layers'] as const;
  readonly drawn: NonNullable<PlaneLayer['drawn']>;
  private scene: PlaneScene | null = null;
  /** null until its code has come, and while it is not kept. */
  private painter: EllipsePainter | null = null;
  private kept = false;
  /** Counts the painters that were asked for: one that comes when it is no longer wanted is given back. */
  private asked = 0;

  /** @param host an element that the canvas fills */
  constructor(
    private readonly host: HTMLElement,
    private readonly lacks: Lacks,
    private readonly broke: (error: unknown) => void,
  ) {
    this.drawn = { host, ink };
  }

  paint(scene: PlaneScene): void {
    this.scene = scene;
    this.repaint();
  }

  keep(kept: boolean): void {
    if (kept === this.kept) return;
    this.kept = kept;
    if (kept) void this.open();
    else this.close();
  }

  retry(): void {
    if (this.kept && this.painter === null) void this.open();
  }

  dispose(): void {
    this.keep(false);
  }

  private async open(): Promise<void> {
    const ask = ++this.asked;
    this.lacks(null);
    const onFailed = (error: PainterError): void => {
      if (ask !== this.asked) return;
      this.close();
      this.lacks(error.reason);
    };
    try {
      const onReplaced = (): void => this.paintAgain();
      const painter = await createEllipsePainter(this.host, { onReplaced, onFailed, onBroken: this.broke });
      if (ask === this.asked) {
        this.painter = painter;
        this.paintAgain();
      } else {
        painter.dispose();
      }
    } catch (error) {
      onFailed(error as PainterError);
    }
  }

  /** On a painter that has come between two frames. */
  private paintAgain(): void {
    try {
      this.repaint();
    } catch (error) {
      this.broke(error);
    }
  }

  private close(): void {
    this.asked++;
    this.painter?.dispose();
    this.painter = null;
  }

  private repaint(): void {
    if (this.scene === null || this.painter === null) return;
    const { scales, ratio } = this.scene;
    const shown = ink(this.scene, Math.round(scales.size * ratio));
    this.host.hidden = shown === null;
    if (shown === null) return;
    const { theme, layers } = this.scene;
    const alone = !BEHIND.some((name) => layers[name]);
    this.painter.paint(shown.cloud, shown.view, alone ? { ...shown.style, paper: theme.paper } : shown.style);
  }
}

/** @returns null where there is no frame, and where neither ellipses nor centres are shown */
function ink({ frame, labels, window, scales, theme, layers }: PlaneScene, pixels: number) {
  if (frame === null || !(layers.ellipses || layers.points)) return null;
  const style = ellipseStyle(theme, pixels / scales.size);
  return {
    kind: 'cloud' as const,
    cloud: cloudOf(frame, labels),
    view: drawnView(window, pixels),
    style: {
      ...style,
      ...(!layers.ellipses && { fillDensity: 0, lineDensity: 0 }),
      ...(!layers.points && { dotDensity: 0 }),
    },
  };
}
