import { SquareDashedMousePointer } from 'lucide-react';
import { regionWords } from '../../text/region';
import { useFigure, useRegion } from '../context';

/**
 * Has the next drag over the plane mark a region; pressed again, it does not. By keyboard, which drags nothing, it marks
 * one in the middle of the window.
 */
export default function RegionTool() {
  const { lab, plane, language } = useFigure();
  const { brushing } = useRegion();
  const says = regionWords[language];
  return (
    <button
      type="button"
      className="button button-icon region-tool"
      aria-label={says.brush}
      title={says.brush}
      aria-pressed={brushing}
      onClick={({ detail }) => {
        // A press of a key counts no clicks.
        if (detail === 0) lab.region.placeAround(plane.current, plane.current.half);
        else lab.region.brush(!brushing);
      }}
    >
      <SquareDashedMousePointer aria-hidden="true" />
    </button>
  );
}
