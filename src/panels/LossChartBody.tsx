import { useRef } from 'react';
import { paintLossChart } from '../draw/lossChart';
import type { Frame } from '../worker/protocol';
import { useFigure } from './context';
import './curves.css';
import { NONE, nats } from './numbers';
import './panel.css';
import { usePacedFrames } from './usePaced';
import { useSize } from './useSize';

/** CSS pixels: lower than wide, within bounds. */
const heightFor = (width: number): number => Math.round(Math.min(240, Math.max(120, 0.45 * width)));

/** Ms between two drawings: curves need no more. */
const PACE = 400;

const KEYS = ['total', 'reconstruction', 'weighted'] as const;
type Key = (typeof KEYS)[number];

/** R, βK and their sum, in the hues that they have everywhere. */
export default function LossChartBody() {
  const { lab, words } = useFigure();
  const { loss } = words;
  const host = useRef<HTMLDivElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const values = useRef<Record<Key, HTMLElement | null>>({ total: null, reconstruction: null, weighted: null });
  const { width } = useSize(host);
  const height = heightFor(width);

  usePacedFrames(
    PACE,
    (frame) => {
      if (svg.current === null || width === 0) return;
      paintLossChart(svg.current, lab.history.points, width, height);
      const present = atMoment(frame) ?? lab.history.points.at(-1) ?? null;
      const text = (key: Key): string => (present === null ? NONE : nats(present[key]));
      for (const key of KEYS) values.current[key]!.textContent = text(key);
      svg.current.setAttribute('aria-label', loss.label(text('total'), text('reconstruction'), text('weighted')));
      svg.current.dataset.step = String(frame.step);
    },
    [width, height, loss],
  );

  return (
    <figure>
      <figcaption className="panel-head">
        <h2>{loss.title}</h2>
        <ul className="legend">
          {KEYS.map((key) => (
            <li key={key} className={`key key-${key}`}>
              {loss[key]}{' '}
              <b
                ref={(element) => {
                  values.current[key] = element;
                }}
              >
                {NONE}
              </b>
            </li>
          ))}
        </ul>
      </figcaption>
      <div ref={host}>
        <svg ref={svg} role="img" height={height} />
      </div>
    </figure>
  );
}

/** The terms of a frame at rest, of this very moment; null while training, where the curve's last point is shown. */
function atMoment({ restLosses }: Frame): Record<Key, number> | null {
  if (restLosses === null) return null;
  const { total, reconstruction } = restLosses;
  return { total, reconstruction, weighted: total - reconstruction };
}
