import type { Lab } from '../state/lab';
import { onePer } from '../state/onePer';
import { LAYERS, type LayerName } from '../state/planeLayers';

/** The layers of one lab while words of the text show some of them. */
class ShownLayers {
  /** What words show, in the order in which they came. */
  private readonly named: LayerName[] = [];
  /** Those that are on without the words. */
  private base: readonly LayerName[] = [];
  /** Those that were on after the last word. */
  private left: readonly LayerName[] = [];

  constructor(private readonly lab: Lab) {}

  /** Takes in what has changed since the last word: switched by the reader, it stays so when the words are gone. */
  note(): void {
    const { shown } = this.lab.layers;
    if (this.named.length === 0) this.base = shown;
    else
      this.base = LAYERS.filter((name) => {
        const isOn = shown.includes(name);
        return isOn === this.left.includes(name) ? this.base.includes(name) : isOn;
      });
    this.left = shown;
  }

  add(name: LayerName): void {
    this.named.push(name);
    this.apply();
  }

  remove(name: LayerName): void {
    this.named.splice(this.named.indexOf(name), 1);
    this.apply();
  }

  /** A layer that is on already is shown alone, with what other words show. */
  private apply(): void {
    const { named } = this;
    const others = named.some((name) => this.base.includes(name)) ? [] : this.base;
    this.left = LAYERS.filter((name) => named.includes(name) || others.includes(name));
    this.lab.layers.show(this.left);
  }
}

const shownLayersOf = onePer((lab: Lab) => new ShownLayers(lab));

/**
 * Shows a layer in labs; one that is on already is shown alone.
 * @returns what ends that: layers are on and off as they are without it
 */
export function showLayer(labs: readonly Lab[], name: LayerName): () => void {
  const all = labs.map(shownLayersOf);
  /** Of labs that switch layers together what is on in each is looked at before the first is changed. */
  const change = (how: 'add' | 'remove'): void => {
    for (const layers of all) layers.note();
    for (const layers of all) layers[how](name);
  };
  change('add');
  return () => change('remove');
}
