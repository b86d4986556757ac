/** What a blogger chooses of an embed, and what it comes to. */

import { OWN, OWN_FOLDED } from '../../state/comparedKeys';
import { type Hideable, isOfArticle, PAIR_PARTS, SMALL_PARTS, usualPanelsOf } from '../../state/embedLink';
import { type FigureSpec, PANELS, type PanelName, type SmallSpec } from '../../state/figureSpec';
import type { LabEntry, Labs } from '../../state/labs';
import { defaultPageSettings, type PageSettings } from '../../state/pageSettings';
import { KEYS, type Key } from '../../state/settings';
import { baseOf } from '../../state/sweepBase';
import { partsOf, writeAddress } from '../../state/writeAddress';
import type { ShareWords } from '../../text/share';
import type { Site } from '../context';
import { isFolded } from '../folded';
import type { Embed } from './snippets';

export interface Chosen {
  readonly spec: FigureSpec;
  readonly panels: readonly PanelName[];
  readonly hide: readonly Hideable[];
  /** CSS pixels at most; null for as wide as the column. */
  readonly width: number | null;
  readonly page: PageSettings;
}

/** Widths that a figure can have. */
export const WIDTHS = { min: 300, max: 2000 } as const;

const FOLDED = KEYS.filter(isFolded);

type Controls = Readonly<Partial<Record<PanelName, readonly Hideable[]>>>;

/** Which images there are, and which of them. */
const IMAGE_CONTROLS: readonly Hideable[] = ['data', 'variant', 'count', 'file'];

/** Controls by the panel that they are in. */
const CONTROLS: Controls = {
  transport: ['step', 'reset', 'speed', 'engine', 'counters', 'share'],
  controls: [...IMAGE_CONTROLS, 'turn', 'beta', 'noiseScale', 'pad'],
  plane: ['layers', 'colour'],
  more: FOLDED,
};

/** The same of labs that are compared: what each has for itself stands beside it, and nothing glides. */
const COMPARED: Controls = {
  ...CONTROLS,
  controls: [...IMAGE_CONTROLS, ...PAIR_PARTS, 'beta', 'noiseScale', ...OWN_FOLDED],
  more: FOLDED.filter((key) => !(OWN as readonly Key[]).includes(key)),
};

/** The same of a small figure, which has few of them. */
function controlsIn({ controls, parts = [] }: SmallSpec): Controls {
  const shown: readonly Hideable[] = [...parts, ...SMALL_PARTS];
  const those = (panel: 'transport' | 'plane'): Hideable[] => CONTROLS[panel]!.filter((each) => shown.includes(each));
  return { transport: those('transport'), controls, plane: those('plane') };
}

/** Controls that go with each of these. */
const GO_WITH: Readonly<Partial<Record<Hideable, readonly Hideable[]>>> = {
  data: ['variant', 'count'],
  beta: ['turn', 'pad'],
  noiseScale: ['turn', 'pad'],
  layers: ['colour'],
};

/** The panels of a figure, in their order. */
export const panelsOf = ({ labs }: FigureSpec): PanelName[] =>
  PANELS.filter((panel) => labs.some(({ panels }) => panels.includes(panel)));

/** The controls of some panels of a figure that can be shown or hidden: those that go with another which is hidden are gone. */
export function controlsOf(spec: FigureSpec, panels: readonly PanelName[], hide: readonly Hideable[]): Hideable[] {
  const { compared, small, labs } = spec;
  const caption: Hideable[] = isOfArticle(spec) ? ['caption'] : [];
  if (labs.length === 0) return ['share', ...caption];
  const controls = small ? controlsIn(small) : compared ? COMPARED : CONTROLS;
  const gone = hide.flatMap((control) => GO_WITH[control] ?? []);
  const ofPanels = panels.flatMap((panel) => controls[panel] ?? []).filter((control) => !gone.includes(control));
  return [...ofPanels, ...caption];
}

/** What is proposed for a figure. */
export function firstChoice(spec: FigureSpec): Chosen {
  const panels = panelsOf(spec);
  const usual = panels.filter((panel) => usualPanelsOf(spec).includes(panel));
  return { spec, panels: usual.length > 0 ? usual : panels, hide: [], width: null, page: defaultPageSettings() };
}

/** The labs whose settings an embed has: those of its figure, and of a sweep the one that its models are like. */
const labsOf = (spec: FigureSpec, labs: Labs): readonly LabEntry[] =>
  spec.sweeps ? [baseOf(spec.sweeps, labs)] : spec.labs.map(({ id }) => labs.entry(id)!);

/** What a figure shows that no code has: images and a model of tfjs-layers of the reader's own, and weights that were brought. */
export function missingOf(spec: FigureSpec, labs: Labs): Missing[] {
  const states = labsOf(spec, labs).map(({ lab }) => lab.store.getState());
  // The models of a sweep have the images of a lab of the page, and nothing of its model.
  const brought = spec.sweeps ? [] : states.filter((state) => state.brought);
  const file = states.some(({ settings }) => settings.data === 'file');
  const layers = brought.some(({ run }) => run?.engine === 'layers');
  const weights = brought.some(({ run }) => run?.engine !== 'layers');
  return (['file', 'layers', 'weights'] as const).filter((each) => ({ file, layers, weights })[each]);
}

type Missing = keyof ShareWords['missing'];

/** The embed with the settings, the window, the pins, the layers and the selected image that the figure has now. */
export function embedOf(
  { spec, panels, hide, width, page }: Chosen,
  { url, labs, sweeps, own }: Pick<Site, 'url' | 'labs' | 'sweeps' | 'own'>,
  more: Pick<Embed, 'height' | 'title' | 'alt'>,
): Embed {
  const shownLabs = labsOf(spec, labs);
  const plan = spec.sweeps ? { [spec.id]: sweeps[spec.id]! } : {};
  const values = spec.own ? { [spec.id]: own[spec.id]! } : {};
  const shown = controlsOf(spec, panels, hide);
  return {
    ...more,
    site: url,
    choices: { figure: spec.id, panels, hide: hide.filter((control) => shown.includes(control)) },
    state: writeAddress(partsOf(null, page, shownLabs, plan, values)).slice(1),
    link: url + writeAddress(partsOf(spec.id, page, shownLabs, plan, values), null, null),
    width,
  };
}
