import type { LayerName } from '../../state/planeLayers';
import type { Lacks, PlaneLayer, PlaneScene, SceneParts } from './layer';

/** A layer that is there only while it is shown, and whose code is fetched when it first is. */
export class LateLayer implements PlaneLayer {
  readonly drawn?: NonNullable<PlaneLayer['drawn']>;
  private scene: PlaneScene | null = null;
  /** null while it is off, and until its code has come. */
  private layer: PlaneLayer | null = null;
  /** What it is drawn from, and what tells whether it is shown, while it is there. */
  private own: SceneParts = [];
  /** Whether its code is on its way, or did not come. */
  private state: 'idle' | 'opening' | 'failed' = 'idle';

  /**
   * @param shown the switch that shows it, or what tells of a scene whether it is shown
   * @param toldFrom what that is told from, the switches apart
   * @param load makes it
   * @param broke called with what it throws as it is first drawn, which nobody else sees
   * @param host of a layer on a canvas
   */
  constructor(
    private readonly shown: LayerName | ((scene: PlaneScene) => boolean),
    private readonly toldFrom: readonly (keyof PlaneScene)[],
    private readonly load: () => Promise<PlaneLayer>,
    private readonly lacks: Lacks,
    private readonly broke: (error: unknown) => void,
    host: HTMLElement | null = null,
  ) {
    if (host !== null) this.drawn = { host, ink: (scene, pixels) => this.layer?.drawn?.ink(scene, pixels) ?? null };
  }

  /** Those of the layer itself, once it is there; until then it must have the latest scene to begin with. */
  get parts(): SceneParts {
    if (this.layer !== null) return this.own;
    return this.isOn ? 'all' : ['layers', ...this.toldFrom];
  }

  paint(scene: PlaneScene): void {
    this.scene = scene;
    if (!this.isOn) this.close();
    else if (this.layer !== null) this.layer.paint(scene);
    else if (this.state === 'idle') void this.open();
  }

  retry(): void {
    if (this.state === 'failed' && this.isOn) void this.open();
  }

  dispose(): void {
    this.scene = null;
    this.close();
  }

  private get isOn(): boolean {
    const { scene, shown } = this;
    if (scene === null) return false;
    return typeof shown === 'string' ? scene.layers[shown] : shown(scene);
  }

  private async open(): Promise<void> {
    this.state = 'opening';
    this.lacks(null);
    let layer: PlaneLayer;
    try {
      layer = await this.load();
    } catch {
      // What nobody wants any more is asked for anew when somebody does.
      this.state = this.isOn ? 'failed' : 'idle';
      if (this.isOn) this.lacks('layer');
      return;
    }
    this.state = 'idle';
    // It may have been switched off meanwhile.
    if (!this.isOn) {
      layer.dispose();
      return;
    }
    this.layer = layer;
    this.own = layer.parts === 'all' ? 'all' : ['layers', ...this.toldFrom, ...layer.parts];
    try {
      layer.paint(this.scene!);
    } catch (error) {
      this.broke(error);
    }
  }

  private close(): void {
    this.layer?.dispose();
    this.layer = null;
    if (this.state !== 'failed') return;
    this.state = 'idle';
    this.lacks(null);
  }
}
