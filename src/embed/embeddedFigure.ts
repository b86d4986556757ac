import { FIGURES } from '../figures/table';
import type { AddressFault } from '../state/address';
import { type EmbedChoices, USUAL_PANELS } from '../state/embedLink';
import type { FigureSpec } from '../state/figureSpec';

const ALL: readonly FigureSpec[] = Object.values(FIGURES);

/** The figure that an address asks for, with the panels that it asks for, and what of that there is not. */
export function embeddedFigure({ figure, panels = USUAL_PANELS }: Partial<EmbedChoices>): {
  readonly spec: FigureSpec;
  readonly faults: readonly AddressFault[];
} {
  const named = ALL.find(({ id }) => id === figure);
  const whole = named ?? ALL[0]!;
  const labs = whole.labs.map((lab) => {
    const shown = lab.panels.filter((panel) => panels.includes(panel));
    return { ...lab, panels: shown.length === 0 ? lab.panels : shown };
  });
  const choices = ALL.map(({ id }) => id);
  return {
    spec: { ...whole, labs },
    faults:
      figure === undefined || named !== undefined
        ? []
        : [{ text: `figure=${figure}`, kind: 'bad-value', spec: { kind: 'choice', choices } }],
  };
}

/** Whether a figure is the first of the full page, whose settings stand in its address without its name. */
export const isFirst = ({ id }: FigureSpec): boolean => id === ALL[0]!.id;
