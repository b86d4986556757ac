import { X } from 'lucide-react';
import { coordinate } from '../draw/plane/marks';
import { useFigure, useLab } from './context';
import { ImageTile } from './ImageTile';

/** The pinned codes, decoded, with their numbers on the plane. */
export function Pins() {
  const { lab, words } = useFigure();
  const pins = useLab((state) => state.pins);
  const pixels = useLab(({ dataset }) => (dataset === null ? 0 : dataset.width * dataset.height));
  if (pins.length === 0) return null;
  return (
    <ol className="pins-strip" aria-label={words.strip.pins}>
      {pins.map((pin, i) => (
        <li key={pin.id}>
          <ImageTile
            label={`${i + 1}: (${coordinate(pin.x)}, ${coordinate(pin.y)})`}
            image={({ pictures }) =>
              pictures.pins.length >= (i + 1) * pixels ? pictures.pins.subarray(i * pixels, (i + 1) * pixels) : null
            }
          />
          <span>{i + 1}</span>
          <button
            type="button"
            className="pin-remove"
            aria-label={`${words.plane.removePin} ${i + 1}`}
            onClick={() => lab.removePin(pin.id)}
          >
            <X aria-hidden="true" />
          </button>
        </li>
      ))}
    </ol>
  );
}
