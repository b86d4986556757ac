import { type Family, type Outline, outlineOf } from '../math/family';
import { useFigure, useFrameValue } from './context';

interface OutlineWords {
  readonly family: Family;
  readonly outline: Outline;
  /** What one is called, and several. */
  readonly one: string;
  readonly many: string;
}

/** What posteriors are on the plane: of the frame that is shown, else of the run that is to come. */
export function useOutline(): OutlineWords {
  const { lab, words } = useFigure();
  const family = useFrameValue((frame) => frame?.plane.family ?? lab.settings.posterior);
  const outline = outlineOf(family);
  return { family, outline, ...words.outlines[outline] };
}
