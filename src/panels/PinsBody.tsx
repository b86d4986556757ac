import { X } from 'lucide-react';
import { useMemo } from 'react';
import { useFigure, usePictures, usePins } from './context';
import { ImageTile } from './ImageTile';
import { coordinate } from './numbers';
import './Pins.css';

/** The pinned codes, decoded, with their numbers on the plane. */
export default function PinsBody() {
  const { lab, pins: board, plane, words } = useFigure();
  const pins = usePins();
  const key = usePictures(
    useMemo(() => ({ kind: 'decode', points: Float32Array.from(pins.flatMap(({ x, y }) => [x, y])) }) as const, [pins]),
  );
  const { half } = plane.current;
  return (
    <ol className="pins-strip" aria-label={words.strip.pins}>
      {pins.map((pin, i) => (
        <li key={pin.id}>
          <ImageTile
            label={`${i + 1}: (${coordinate(pin.x, half)}, ${coordinate(pin.y, half)})`}
            image={({ view, pictures }) => {
              const asked = view.requests[key];
              const pixels = lab.dataset === null ? 0 : lab.dataset.width * lab.dataset.height;
              // A frame from before a pin came or went has the image of another one here.
              if (asked?.kind !== 'decode' || asked.points.length !== 2 * pins.length) return null;
              return pictures[key]?.subarray(i * pixels, (i + 1) * pixels) ?? null;
            }}
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
