import { type PointerEvent, useRef } from 'react';
import { linear } from '../../../draw/linear';
import { type AxisDensity, logDensity } from '../../../math/axisDensity';
import { short } from '../../../panels/numbers';
import { useSize } from '../../../panels/useSize';
import { klWords } from '../../../text/kl';
import { usePage } from '../../context';
import { LevelTicks } from '../ChartTicks';
import { useHandles } from '../useHandles';
import { densityPath, SPAN } from './axis';

interface DensitiesProps {
  readonly q: AxisDensity;
  readonly p: AxisDensity;
  /** Draws of q. */
  readonly codes: readonly number[];
  /** What is held of q has been moved to another place. */
  move(changes: { mu?: number; sigma?: number }): void;
}

/** CSS pixels; it is as wide as its column. */
const HEIGHT = 216;
const MARGIN = { left: 4, right: 4, top: 24, bottom: 44 };

/** Pixels that what can be held measures from its middle, as it is seen and as it is touched. */
const HANDLE = 9;
const TOUCH = 22;

/** Height of the mark of a draw, below the axis. */
const DRAW = 14;

const peakOf = (density: AxisDensity): number => Math.exp(logDensity(density, density.mu));

/** Two densities on one axis, the draws of the first below it. Its centre is dragged, and the end of its width. */
export function Densities({ q, p, codes, move }: DensitiesProps) {
  const { language } = usePage();
  const says = klWords[language];
  const host = useRef<HTMLDivElement>(null);
  const { width } = useSize(host);
  const x = linear(SPAN, [MARGIN.left, width - MARGIN.right]);
  const y = linear([0, Math.max(peakOf(q), peakOf(p))], [HEIGHT - MARGIN.bottom, MARGIN.top]);
  const placeOf = (event: PointerEvent): number => x.invert(event.clientX - host.current!.getBoundingClientRect().left);
  // Of one that is wider than the picture it is held at the edge.
  const end = Math.min(q.mu + q.sigma, x.invert(width - MARGIN.right - HANDLE));
  const handle = useHandles({ centre: q.mu, end }, placeOf, (what, place) =>
    move(what === 'centre' ? { mu: place } : { sigma: place - q.mu }),
  );
  return (
    <figure className="kl-densities drag-picture" data-part="densities">
      <figcaption>
        <span className="kl-name-q">{says.q}</span> <span className="kl-name-p">{says.p}</span>
      </figcaption>
      <div className="kl-stage" ref={host}>
        <svg height={HEIGHT} role="img" aria-label={says.picture(short(q.mu), short(q.sigma), String(codes.length))}>
          <line className="kl-axis" x1={x(SPAN[0])} x2={x(SPAN[1])} y1={y(0)} y2={y(0)} />
          <LevelTicks x={x} wanted={9} y={HEIGHT - 6} />
          <path className="kl-p" d={densityPath(p, x, y)} />
          <path className="kl-q" d={densityPath(q, x, y)} />
          <path className="kl-draws" d={codes.map((z) => `M${x(z).toFixed(1)},${y(0) + 4}v${DRAW}`).join('')} />
          <line className="kl-width" x1={x(q.mu)} x2={x(end)} y1={y(0)} y2={y(0)} />
          <g className="drag-handle" {...handle('centre')}>
            <circle className="kl-touch" cx={x(q.mu) - TOUCH + HANDLE} cy={y(0)} r={TOUCH} />
            <circle cx={x(q.mu)} cy={y(0)} r={HANDLE} />
          </g>
          <g className="drag-handle drag-end" {...handle('end')}>
            <circle className="kl-touch" cx={x(end) + TOUCH - HANDLE} cy={y(0)} r={TOUCH} />
            <circle cx={x(end)} cy={y(0)} r={HANDLE} />
          </g>
        </svg>
      </div>
    </figure>
  );
}
