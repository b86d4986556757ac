import type { Site } from '../panels/context';
import type { FigureSpec } from '../state/figureSpec';
import { LAYERS, type LayerName } from '../state/planeLayers';
import { showLayer } from './shownLayers';

/** Parts of figures that words of the text point at, by selectors. A figure with a component of its own marks these: `data-part`. */
const PARTS = {
  circle: '.prior-1',
  plane: '.plane-stage',
  grid: '.grid',
  strip: '.strip',
  loss: '.loss',
  number: '.large-number',
  coverage: '.coverage',
  beta: '.slider-large[data-hue="prior"]',
  sigma: '.slider-large:not([data-hue])',
} as const;

/** What words of the text show of a figure: a layer of its plane, a part of it, or one image on it. */
export interface Shown {
  /** The name of a layer, of one of `PARTS`, or of what the figure has marked as `data-part`. */
  readonly what?: string;
  readonly image?: number;
  /** One of several labs; all of them where it is not said. */
  readonly lab?: string;
}

const isLayer = (what: string): what is LayerName => (LAYERS as readonly string[]).includes(what);

const isPart = (what: string): what is keyof typeof PARTS => Object.hasOwn(PARTS, what);

/**
 * Shows it; a layer that is on already is shown alone.
 * @returns what ends that: layers are on and off as before, and what was selected before is
 */
export function showInFigure(site: Site, spec: FigureSpec, { what, image, lab: named }: Shown): () => void {
  const labs = spec.labs.filter(({ id }) => named === undefined || named === id).map(({ id }) => site.labs.entry(id)!);
  const ends: (() => void)[] = [];
  if (what !== undefined && isLayer(what)) {
    ends.push(
      showLayer(
        labs.map(({ lab }) => lab),
        what,
      ),
    );
  } else if (what !== undefined) {
    ends.push(light(spec.id, isPart(what) ? PARTS[what] : `[data-part~="${what}"]`));
  }
  if (image !== undefined) {
    // Of all, before the first is changed: labs that are compared select together.
    const before = labs.map(({ lab }) => lab.selection.index);
    for (const [i, { id }] of labs.entries()) {
      site.labs.change(id, { image });
      ends.push(() => site.labs.change(id, { image: before[i]! }));
    }
  }
  return () => {
    for (const end of ends) end();
  };
}

/** Marks elements of a figure; one that has not been mounted yet has none. */
function light(id: string, selector: string): () => void {
  const lit = document.getElementById(id)?.querySelectorAll(selector) ?? [];
  for (const element of lit) element.setAttribute('data-lit', '');
  return () => {
    for (const element of lit) element.removeAttribute('data-lit');
  };
}
