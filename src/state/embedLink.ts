/**
 * What the address of an embedded figure says besides the settings: which figure, which of its panels, what is hidden of
 * them, and the page around the frame, as in `#figure=lab&panels=transport,plane&beta_hide=1&host=https%3A%2F%2Fblog.example`.
 */
import type { AddressFault } from './address';
import { type FigureSpec, PANELS, type PanelName } from './figureSpec';
import { KEYS, type Key, settingNamed } from './settings';
import type { Expected } from './specs';

/** What can be hidden of a figure that has no lab of its own, and so no panels. */
export const LABLESS_PARTS = ['share', 'caption'] as const;

/** What a small figure shows besides what it names: it can be begun anew, and taken along. */
export const SMALL_PARTS = ['reset', 'share'] as const;

/** Parts of a comparison. */
export const PAIR_PARTS = ['pair', 'swap', 'copy'] as const;

/**
 * What can be hidden besides the control of a setting: the buttons for links and files that leave the page, the
 * counters, the two buttons beside play, the large button that glides, the square of β and σ, the button that opens
 * files, the choice of the plane's layers, the caption; and of a comparison the choice of a pair, and the buttons that swap
 * the two and copy one.
 */
const PARTS = [
  'share',
  'counters',
  'step',
  'reset',
  'turn',
  'pad',
  'file',
  'layers',
  'caption',
  ...PAIR_PARTS,
] as const;

/** Whether a figure is of the article, where it has a caption. */
export const isOfArticle = ({ small, own }: FigureSpec): boolean => (small ?? own) !== undefined;

/** What is shown where an address names no panels: what fits the column of a post and can be played with. */
export const USUAL_PANELS: readonly PanelName[] = ['transport', 'controls', 'plane', 'grid'];

/** The same of a figure: a small one shows all that it has. */
export const usualPanelsOf = ({ small }: FigureSpec): readonly PanelName[] => (small ? PANELS : USUAL_PANELS);

/** What can be hidden, one by one: the control of a setting, by its full key, and parts of the panels. */
export type Hideable = Exclude<Key, 'transposed'> | (typeof PARTS)[number];

/** Whether a setting has a control in a figure: whether images are transposed is asked with the files, in a dialog. */
const hasControl = (key: Key): key is Exclude<Key, 'transposed'> => key !== 'transposed';

export const HIDEABLE: readonly Hideable[] = [...KEYS.filter(hasControl), ...PARTS];

export interface EmbedChoices {
  /** A figure's id. */
  readonly figure: string;
  /** Those to show, of the ones that the figure has. */
  readonly panels: readonly PanelName[];
  readonly hide: readonly Hideable[];
  /** Origin of the page around the frame, from which messages are taken. */
  readonly host: string | null;
}

export interface EmbedReading {
  /** What is named and understood. */
  readonly choices: Partial<EmbedChoices>;
  readonly faults: readonly AddressFault[];
  /** The address without what is read here. */
  readonly rest: string;
  /** What is read here as it was written, without a #. */
  readonly kept: string;
}

const HIDE = '_hide';

function hideableNamed(name: string): Hideable | undefined {
  const named = PARTS.find((part) => part === name) ?? settingNamed(name);
  return HIDEABLE.find((hideable) => hideable === named);
}

/** An origin as browsers write it; null for what is none. */
function originOf(text: string): string | null {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return null;
  return new URL(text).origin;
}

/** Reads the parts of an address that are an embed's own, whatever figures there are. Never throws. */
export function readEmbed(hash: string): EmbedReading {
  const choices: { -readonly [K in keyof EmbedChoices]?: EmbedChoices[K] } = {};
  const faults: AddressFault[] = [];
  const parts = hash.replace(/^#/, '').split('&');
  const own = parts.filter((part) => take(part));
  const others = parts.filter((part) => !own.includes(part)).join('&');
  return { choices, faults, rest: others === '' ? '' : `#${others}`, kept: own.join('&') };

  /** Whether a part is an embed's own; it is then read. */
  function take(part: string): boolean {
    const [[name, value] = ['', '']] = new URLSearchParams(part);
    const tell = (kind: AddressFault['kind'], expected: Expected | null, said = value): void => {
      faults.push({ text: said === '' ? name : `${name}=${said}`, kind, spec: expected });
    };
    if (name === 'figure') {
      if (value === '') tell('unknown', null);
      else choices.figure = value;
    } else if (name === 'panels') {
      const named = value.split(',');
      const unknown = named.filter((panel) => !PANELS.some((known) => known === panel));
      for (const panel of unknown) tell('bad-value', { kind: 'choice', choices: PANELS }, panel);
      if (unknown.length < named.length) choices.panels = PANELS.filter((panel) => named.includes(panel));
    } else if (name === 'host') {
      const origin = originOf(value);
      if (origin === null) tell('bad-value', { kind: 'origin' });
      else choices.host = origin;
    } else if (name.endsWith(HIDE)) {
      const hidden = hideableNamed(name.slice(0, -HIDE.length));
      const { hide = [] } = choices;
      if (hidden === undefined) tell('unknown', null);
      else if (value === '1') choices.hide = HIDEABLE.filter((each) => each === hidden || hide.includes(each));
      else if (value === '0') choices.hide = hide.filter((each) => each !== hidden);
      else tell('bad-value', { kind: 'flag' });
    } else {
      return false;
    }
    return true;
  }
}

/** The attribute of <vae-geometry> that stands for a setting; HTML has a meaning of its own for `hidden`. */
export const attributeOf = (key: string): string =>
  key === 'hidden' ? 'hidden-layers' : key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The parts of an address that say these choices, joined by &; what is not named stays as the embed page has it. */
export function writeEmbed({ figure, panels, hide = [], host }: Partial<EmbedChoices>): string {
  return [
    ...(figure === undefined ? [] : [`figure=${encodeURIComponent(figure)}`]),
    ...(panels === undefined || panels.length === 0 ? [] : [`panels=${panels.join(',')}`]),
    ...hide.map((each) => `${each}${HIDE}=1`),
    ...(host === undefined || host === null ? [] : [`host=${encodeURIComponent(host)}`]),
  ].join('&');
}
