import { Contrast } from 'lucide-react';
import type { Drawing } from '../../state/drawing';
import { drawWords } from '../../text/draw';
import { useFigure, usePad } from '../context';
import { IconButton } from '../IconButton';

/** Whether the drawing lies as the data do, and which of it is dark. */
export function Placing({ drawing }: { readonly drawing: Drawing }) {
  const says = drawWords[useFigure().language];
  const isPlaced = usePad((state) => state.drawing!.isPlaced);
  const isBlank = usePad((state) => state.drawing!.isBlank);
  return (
    <div className="draw-placing">
      {isPlaced !== null && (
        <label>
          <input type="checkbox" checked={!isPlaced} onChange={(event) => drawing.place(!event.target.checked)} />
          <span>
            {says.asDrawn} <span className="fine">{says.asDrawnHint}</span>
          </span>
        </label>
      )}
      <IconButton name={says.invert} disabled={isBlank} onClick={() => drawing.invert()}>
        <Contrast aria-hidden="true" />
      </IconButton>
    </div>
  );
}
