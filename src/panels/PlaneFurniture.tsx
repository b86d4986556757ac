import { Maximize, Minus, Plus } from 'lucide-react';
import { outlineReach } from '../math/posterior';
import { useFigure, useFrameValue } from './context';
import { IconButton } from './IconButton';
import { short } from './numbers';
import { useOutline } from './useOutline';

interface PlaneButtonsProps {
  /** @param direction 1 closer, −1 farther */
  zoomBy(direction: 1 | -1): void;
  fit(): void;
}

/** What the marks of the plane are, and how it is used; below the plane, so that no button hides a part of the picture. */
export function PlaneFoot(props: PlaneButtonsProps) {
  const { plane } = useFigure().words;
  return (
    <div className="plane-foot">
      <PlaneLegend />
      <div className="plane-use">
        <p className="fine hint-mouse">{plane.hint}</p>
        <p className="fine hint-touch">{plane.hintTouch}</p>
        <PlaneButtons {...props} />
      </div>
    </div>
  );
}

function PlaneLegend() {
  const { lab, words } = useFigure();
  const { plane } = words;
  const { family, outline, one } = useOutline();
  const noiseScale = useFrameValue((frame) => frame?.noiseScale ?? lab.settings.noiseScale);
  // How far outlines reach, in σ: they are drawn as large as the share s of them that samples use.
  const reach = short(outlineReach(family, 1, noiseScale));
  const legend =
    outline === 'point'
      ? plane.legendPoints
      : reach === '0'
        ? plane.legendNoNoise(one)
        : plane.legendOutline(one, reach);
  return (
    <ul className="legend">
      <li className="key key-centre">{plane.legendPoint}</li>
      <li className="key key-outline" data-outline={outline}>
        {legend}
      </li>
      <li className="key key-prior">{plane.legendPrior}</li>
    </ul>
  );
}

/** Closer, farther, and back to the window that holds all codes, for those who have neither wheel nor two fingers. */
function PlaneButtons({ zoomBy, fit }: PlaneButtonsProps) {
  const { plane } = useFigure().words;
  return (
    <div className="plane-zoom">
      <IconButton name={plane.zoomIn} onClick={() => zoomBy(1)}>
        <Plus aria-hidden="true" />
      </IconButton>
      <IconButton name={plane.zoomOut} onClick={() => zoomBy(-1)}>
        <Minus aria-hidden="true" />
      </IconButton>
      <IconButton name={plane.fit} onClick={fit}>
        <Maximize aria-hidden="true" />
      </IconButton>
    </div>
  );
}
