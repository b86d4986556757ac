import { drawnWords } from '../text/drawn';
import { useFigure, useFrameValue, useLab } from './context';
import { count } from './numbers';
import './DrawnShare.css';
import { useDetail } from './useDetail';

/**
 * How much of the run the plane draws, where that is not all: of many images, and of any while the page could not keep up.
 * @param isCoarser whether it is drawn at fewer pixels than at rest
 */
export function DrawnShare({ isCoarser }: { readonly isCoarser: boolean }) {
  const { language } = useFigure();
  const said = drawnWords[language];
  const n = useLab(({ dataset }) => dataset?.n ?? 0);
  const shown = useFrameValue((frame) => (frame === null || frame.stride === 1 ? n : frame.plane.mu.length / 2));
  const { isLowered } = useDetail();
  const parts = [...(shown < n ? [said.some(count(shown), count(n))] : []), ...(isCoarser ? [said.coarser] : [])];
  if (parts.length === 0) return null;
  return <p className="drawn-share">{[...parts, ...(isLowered ? [said.untilRest] : [])].join(' · ')}</p>;
}
