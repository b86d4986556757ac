import { type DragPins, type PinActions, paintPins } from '../../draw/plane/marks';
import { coordinate } from '../numbers';
import type { PlaneLayer, PlaneScene } from './layer';

/** The codes that are pinned. */
export class PinsLayer implements PlaneLayer {
  readonly parts = ['pins', 'scales', 'words'] as const;
  private scene: PlaneScene | null = null;
  private drag: DragPins | null = null;

  constructor(
    private readonly group: SVGGElement,
    private readonly actions: PinActions,
  ) {}

  /** From now on a pointer drags them. */
  dragBy(drag: DragPins): void {
    this.drag = drag;
    if (this.scene !== null) this.paint(this.scene);
  }

  paint(scene: PlaneScene): void {
    this.scene = scene;
    const { pins, scales, words, window } = scene;
    const marks = pins.map((pin) => ({
      ...pin,
      label: words.plane.pin(pin.name, coordinate(pin.x, window.half), coordinate(pin.y, window.half)),
    }));
    paintPins(this.group, marks, scales, this.actions, this.drag);
  }

  dispose(): void {
    this.group.remove();
  }
}
