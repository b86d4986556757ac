import { FIGURES } from '../figures/table';
import type { AddressFault } from '../state/address';
import {
  type EmbedChoices,
  HIDEABLE,
  type Hideable,
  isOfArticle,
  LABLESS_PARTS,
  usualPanelsOf,
} from '../state/embedLink';
import type { FigureSpec } from '../state/figureSpec';

const ALL: readonly FigureSpec[] = Object.values(FIGURES);

/** The figure that an address asks for, with the panels that it asks for, and what of that there is not. */
export function embeddedFigure({ figure, panels, hide = [] }: Partial<EmbedChoices>): {
  readonly spec: FigureSpec;
  readonly faults: readonly AddressFault[];
} {
  const named = ALL.find(({ id }) => id === figure);
  const whole = named ?? ALL[0]!;
  const labs = whole.labs.map((lab) => {
    const shown = lab.panels.filter((panel) => (panels ?? usualPanelsOf(whole)).includes(panel));
    return { ...lab, panels: shown.length === 0 ? lab.panels : shown };
  });
  const faults: AddressFault[] = [];
  if (figure !== undefined && named === undefined)
    faults.push(
      badChoice(
        `figure=${figure}`,
        ALL.map(({ id }) => id),
      ),
    );
  const there = [...new Set(whole.labs.flatMap((lab) => lab.panels))];
  for (const panel of panels ?? []) {
    if (!there.includes(panel)) faults.push(badChoice(`panels=${panel}`, there));
  }
  // Without a lab of its own a figure has no panels, and none of their controls.
  const hideable: readonly Hideable[] = whole.labs.length === 0 ? LABLESS_PARTS : HIDEABLE;
  for (const part of hide) {
    const isThere = part === 'caption' ? isOfArticle(whole) : hideable.includes(part);
    if (!isThere) faults.push({ text: `${part}_hide=1`, kind: 'unknown', spec: null });
  }
  return { spec: { ...whole, labs }, faults };
}

/** A value that is none of those that there are. */
const badChoice = (text: string, choices: readonly string[]): AddressFault =>
  choices.length === 0
    ? { text, kind: 'unknown', spec: null }
    : { text, kind: 'bad-value', spec: { kind: 'choice', choices } };

/** Whether a figure is the first of the full page, whose settings stand in its address without its name. */
export const isFirst = ({ id }: FigureSpec): boolean => id === ALL[0]!.id;
