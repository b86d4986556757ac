import { X } from 'lucide-react';
import { useMemo } from 'react';
import { useFigure, usePins } from './context';
import { ImageTile } from './ImageTile';
import { coordinate } from './numbers';
import './Pins.css';
import { useDecoded } from './useDecoded';

/** The pinned codes, decoded, with their numbers on the plane. */
export default function PinsBody() {
  const { pins: board, plane, words } = useFigure();
  const pins = usePins();
  const decoded = useDecoded(useMemo(() => Float32Array.from(pins.flatMap(({ x, y }) => [x, y])), [pins]));
  const { half } = plane.current;
  return (
    <ol className="pins-strip" aria-label={words.strip.pins}>
      {pins.map((pin, i) => (
        <li key={pin.id}>
          <ImageTile
            label={`${i + 1}: (${coordinate(pin.x, half)}, ${coordinate(pin.y, half)})`}
            image={(frame) => decoded(frame, i)}
          />
          <span>{i + 1}</span>
          <button
            type="button"
            className="pin-remove"
            aria-label={`${words.plane.removePin} ${i + 1}`}
            onClick={() => board.remove(pin.id)}
          >
            <X aria-hidden="true" />
          </button>
        </li>
      ))}
    </ol>
  );
}
