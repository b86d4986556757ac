import type { PlaneZoom } from '../../draw/plane/gestures';
import type { DragPins } from '../../draw/plane/pins';
import type { PlaneWindow } from '../../math/window';
import { importer } from '../../platform/importer';
import { isUnderWay } from '../../state/moment';
import type { Lacks, PlaneLayer, PlaneScene } from './layer';

/** Half of what the plane's code weighs, and of use only to a reader who sees the plane already. */
const importGestures = importer(() => import('../../draw/plane/gestures'));

/** Wheel, pinch and drag: nothing to see, but it follows the window as what is seen does. */
export class GestureLayer implements PlaneLayer {
  readonly parts = ['frame', 'scales'] as const;
  private scene: PlaneScene | null = null;
  /** null until its code has come. */
  private zoom: PlaneZoom | null = null;
  private asked = false;
  private disposed = false;

  /**
   * @param taken called with the window that the reader has moved to
   * @param came called once, with what drags pins
   */
  constructor(
    private readonly svg: SVGSVGElement,
    private readonly taken: (window: PlaneWindow) => void,
    private readonly came: (drag: DragPins) => void,
    private readonly lacks: Lacks,
  ) {}

  paint(scene: PlaneScene): void {
    this.scene = scene;
    this.zoom?.sync(scene.window, scene.scales.size);
    if (scene.frame !== null && isUnderWay(scene.frame) && !this.asked) void this.open();
  }

  retry(): void {
    if (this.zoom === null) void this.open();
  }

  dispose(): void {
    this.disposed = true;
    this.zoom?.dispose();
    this.zoom = null;
  }

  private async open(): Promise<void> {
    this.asked = true;
    this.lacks(null);
    try {
      const { attachZoom, dragPins } = await importGestures();
      if (this.disposed || this.zoom !== null) return;
      this.zoom = attachZoom(this.svg, this.taken);
      if (this.scene !== null) this.zoom.sync(this.scene.window, this.scene.scales.size);
      this.came(dragPins);
    } catch {
      this.lacks('gestures');
    }
  }
}
