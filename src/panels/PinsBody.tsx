import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useMemo } from 'react';
import { MAX_PINS } from '../state/pinBounds';
import { lateWords } from '../text/late';
import { pinWords } from '../text/pins';
import { row } from './axisText';
import { useFigure, useFrameValue, usePins } from './context';
import { IconButton } from './IconButton';
import { ImageTile } from './ImageTile';
import { count } from './numbers';
import { PinName } from './PinName';
import { coordinate } from './quantities';
import './Pins.css';
import { pinCodes } from './pinCodes';
import { useDecoded } from './useDecoded';

/** Pins whose decodes are drawn with every frame; more of them take turns, each after so many ms while training runs. */
const AT_ONCE = 8;
const PACE = 100;

/** The pinned codes, decoded, in the order that the path through them takes; they are named, moved and removed here. */
export default function PinsBody() {
  const { lab, plane, language } = useFigure();
  const says = pinWords[language];
  const pins = usePins();
  const axes = useFrameValue((frame) => frame?.latent ?? 2);
  // In the order of their ids, which neither a drag nor another order of the list changes.
  const asked = useMemo(() => pins.toSorted((a, b) => a.id - b.id), [pins]);
  const { codes, latent } = useMemo(() => {
    const { values, latent } = pinCodes(asked, axes);
    return { codes: Float32Array.from(values), latent };
  }, [asked, axes]);
  const decoded = useDecoded(codes, { moving: true, latent });
  const { half } = plane.current;
  return (
    <>
      {pins.length === MAX_PINS && (
        <p className="fine" role="status">
          {says.full(count(MAX_PINS))}
        </p>
      )}
      <ol className="pin-list" aria-label={lateWords[language].strip.pins}>
        {pins.map((pin, place) => {
          const { id, name, x, y } = pin;
          const all = (pin.code ?? [x, y].slice(0, axes)).map((value) => coordinate(value, half));
          const code = [coordinate(x, half), coordinate(y, half)] as const;
          return (
            <li key={id}>
              <ImageTile
                label={says.tile(name, ...code)}
                pace={pins.length > AT_ONCE ? PACE : 0}
                image={(frame) => decoded(frame, asked.indexOf(pin))}
              />
              <PinName pin={pin} />
              <span className={pin.code === null ? 'fine' : 'fine pin-whole'}>{row(all)}</span>
              <div className="pin-buttons">
                <IconButton
                  name={says.earlier(name)}
                  disabled={place === 0}
                  onClick={() => lab.pins.reorder(id, place - 1)}
                >
                  <ChevronUp aria-hidden="true" />
                </IconButton>
                <IconButton
                  name={says.later(name)}
                  disabled={place === pins.length - 1}
                  onClick={() => lab.pins.reorder(id, place + 1)}
                >
                  <ChevronDown aria-hidden="true" />
                </IconButton>
                <IconButton name={says.remove(name)} onClick={() => lab.pins.remove(id)}>
                  <X aria-hidden="true" />
                </IconButton>
              </div>
            </li>
          );
        })}
      </ol>
    </>
  );
}
