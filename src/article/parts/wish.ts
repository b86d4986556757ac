import type { FigureWish } from '../../figures/drive';
import { ownValuesSpec } from '../../figures/own/values';
import { FIGURES, type FigureId } from '../../figures/table';
import type { FigureSpec } from '../../state/figureSpec';
import type { LayerName } from '../../state/planeLayers';
import type { Settings } from '../../state/settings';

/** What `<Set>` and `<Predict>` say of a figure besides its settings, or its values, which have their own names. */
export interface WishProps {
  readonly figure: FigureId;
  /** One of the labs of a figure that has several; all of them where it is not said. */
  readonly lab?: string;
  /** The plan of a sweep, as `sw` of an address has it; the sweep begins. */
  readonly plan?: string;
  /** A layer of the plane, or several with spaces between them. */
  readonly layers?: string;
  readonly image?: number | null;
  /** Images whose codes are pinned, by their numbers with spaces between them. */
  readonly pins?: string;
  /** Which draws from the prior are shown. */
  readonly prior?: number;
  /** The image to put on the pad. */
  readonly pad?: number;
  /** Whether it trains from now on; as a rule it does where settings are set. */
  readonly play?: boolean;
}

export const specOf = (id: FigureId): FigureSpec => FIGURES[id];

/**
 * What a figure is to do.
 * @param values settings of its labs by their full names, and what a figure with a component of its own can be set to
 */
export function wishOf(props: WishProps, values: Readonly<Record<string, unknown>>): FigureWish {
  const { figure, lab, plan, layers, image, pins, prior, pad } = props;
  const own = specOf(figure).own ? ownValuesSpec(figure) : {};
  const [ofFigure, ofLabs] = [true, false].map((isOwn) =>
    Object.fromEntries(Object.entries(values).filter(([name]) => Object.hasOwn(own, name) === isOwn)),
  );
  const hasSettings = Object.keys(ofLabs!).length > 0;
  const { play = hasSettings } = props;
  return {
    ...(Object.keys(ofFigure!).length > 0 && { values: ofFigure as Record<string, number | string> }),
    ...(hasSettings && { settings: ofLabs as Partial<Settings> }),
    ...(lab !== undefined && { lab }),
    ...(plan !== undefined && { plan }),
    ...(layers !== undefined && { layers: layers.split(' ') as LayerName[] }),
    ...(image !== undefined && { image }),
    ...(pins !== undefined && { pins: pins.split(' ').map(Number) }),
    ...(prior !== undefined && { prior }),
    ...(pad !== undefined && { pad }),
    ...(play && { play }),
  };
}
