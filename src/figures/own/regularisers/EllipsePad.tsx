import { type PointerEvent, useRef } from 'react';
import { short } from '../../../panels/numbers';
import { regulariserWords } from '../../../text/regularisers';
import { usePage } from '../../context';
import { useHandles } from '../useHandles';

interface EllipsePadProps {
  readonly mu: number;
  readonly sigma: number;
  /** What is held has been moved to another place. */
  move(changes: { mu?: number; sigma?: number }): void;
}

/** Half sides of the picture, in units of the prior's standard deviation. */
const HALF = { x: 4.4, y: 2.2 };

/** Pixels of a unit, at the picture's own size. */
const UNIT = 80;

/** Pixels that what can be held measures from its middle. */
const HANDLE = 10;

/**
 * The ellipse N((μ, 0), diag(σ², 1)) beside the unit circle: on its second axis it is the prior's, and costs nothing. Its
 * centre is dragged along μ, the end of its first axis along σ.
 */
export function EllipsePad({ mu, sigma, move }: EllipsePadProps) {
  const { language } = usePage();
  const says = regulariserWords[language];
  const picture = useRef<SVGSVGElement>(null);
  const placeOf = (event: PointerEvent): number => {
    const { left, width } = picture.current!.getBoundingClientRect();
    return (((event.clientX - left) / width) * 2 - 1) * HALF.x;
  };
  // Of one that is wider than the picture it is held at the edge.
  const end = Math.min(mu + sigma, HALF.x - HANDLE / UNIT);
  const handle = useHandles({ centre: mu, end }, placeOf, (what, place) =>
    move(what === 'centre' ? { mu: place } : { sigma: place - mu }),
  );
  return (
    <figure className="pull-plane drag-picture">
      <figcaption>{says.plane}</figcaption>
      <svg
        ref={picture}
        viewBox={[-HALF.x, -HALF.y, 2 * HALF.x, 2 * HALF.y].map((length) => UNIT * length).join(' ')}
        role="img"
        aria-label={says.planeLabel(short(mu), short(sigma))}
      >
        <line x1={-UNIT * HALF.x} x2={UNIT * HALF.x} className="pull-axis" />
        <circle r={UNIT} className="prior prior-1" />
        <text y={-1.12 * UNIT} className="pull-name">
          {says.prior}
        </text>
        <ellipse cx={UNIT * mu} rx={UNIT * sigma} ry={UNIT} className="pull-ellipse" {...handle('centre')} />
        <circle cx={UNIT * mu} r={HANDLE} className="drag-handle" {...handle('centre')} />
        <circle cx={UNIT * end} r={HANDLE} className="drag-handle drag-end" {...handle('end')} />
      </svg>
    </figure>
  );
}
