import { type Detail, FULL } from '../state/detail';
import { useLab } from './context';

/** How much of the figure's run is drawn now, and whether that is less than all, since the page could not keep up. */
export function useDetail(): Detail & { readonly isLowered: boolean } {
  const detail = useLab((state) => (state.playing ? state.detail : FULL));
  return { ...detail, isLowered: detail !== FULL };
}
