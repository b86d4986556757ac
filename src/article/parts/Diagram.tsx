import type { ReactNode } from 'react';
import { articleWords } from '../../text/article';
import { useScene } from '../scene';

/** The three parts of the diagram. */
type Part = 'encoder' | 'decoder' | 'prior';

interface DiagramProps {
  /** The part that the text beside it speaks of; the others step back. All are alike where it is not said. */
  readonly lit?: Part;
}

/** Lengths in user units; the picture is as wide as its column, at most 560 px. */
const WIDTH = 560;
const HEIGHT = 176;

/** An image, its symbol in it and its name below. @param left where it begins */
const imageAt = (left: number, symbol: string, name: string): ReactNode => (
  <>
    <rect x={left} y="58" width="44" height="44" />
    <text x={left + 22} y="85" className="diagram-symbol">
      {symbol}
    </text>
    <text x={left + 22} y="124">
      {name}
    </text>
  </>
);

/**
 * The model as one small drawing, used wherever the text speaks of one of its sides: x → encoder → (μ, σ) → z → decoder →
 * x̂, with the prior around the code. The decoder's side has the hue of the reconstruction, the prior its own.
 */
export function Diagram({ lit }: DiagramProps) {
  const { diagram } = articleWords[useScene().language];
  const part = (name: Part, children: ReactNode) => (
    <g className={`diagram-${name}`} opacity={lit === undefined || lit === name ? 1 : 0.3}>
      {children}
    </g>
  );
  return (
    <svg
      className="diagram"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={diagram.label}
    >
      {part(
        'encoder',
        <>
          {imageAt(8, 'x', diagram.image)}
          <path d="M60 80h22" />
          <path d="M90 46l64 20v28l-64 20z" />
          <text x="122" y="85">
            {diagram.encoder}
          </text>
          <path d="M162 80h40" />
          <ellipse cx="262" cy="80" rx="42" ry="24" transform="rotate(-18 262 80)" />
          <circle cx="262" cy="80" r="2.5" className="diagram-dot" />
          <text x="250" y="82" className="diagram-symbol">
            μ
          </text>
          <text x="300" y="50" className="diagram-symbol">
            σ
          </text>
        </>,
      )}
      {part(
        'prior',
        <>
          <circle cx="272" cy="84" r="62" />
          <text x="272" y="166">
            {diagram.prior} p(z)
          </text>
        </>,
      )}
      {part(
        'decoder',
        <>
          <circle cx="280" cy="80" r="3.5" className="diagram-dot" />
          <text x="290" y="78" className="diagram-symbol">
            z
          </text>
          <path d="M342 80h34" />
          <path d="M384 66l64-20v68l-64-20z" />
          <text x="416" y="85">
            {diagram.decoder}
          </text>
          <path d="M456 80h22" />
          {imageAt(486, 'x̂', diagram.rebuilt)}
        </>,
      )}
    </svg>
  );
}
