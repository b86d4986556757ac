import { useCallback, useEffect, useRef } from 'react';
import { paintLossChart } from '../draw/lossChart';
import { useFigure } from './context';
import { nats } from './numbers';
import { usePacedFrames } from './usePaced';
import { useWidth } from './useSize';

const HEIGHT = 120;

/** Ms between two drawings: curves need no more. */
const PACE = 400;

/** R, βK and their sum, in the hues that they have everywhere. */
export function LossChart() {
  const { lab, words } = useFigure();
  const { loss } = words;
  const host = useRef<HTMLDivElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const values = useRef<Record<'total' | 'reconstruction' | 'weighted', HTMLElement | null>>({
    total: null,
    reconstruction: null,
    weighted: null,
  });
  const width = useWidth(host);

  const draw = useCallback(() => {
    if (svg.current === null || width === 0) return;
    const { points } = lab.history;
    paintLossChart(svg.current, points, width, HEIGHT);
    const latest = points[points.length - 1];
    const text = (key: 'total' | 'reconstruction' | 'weighted'): string => (latest ? nats(latest[key]) : '–');
    for (const key of ['total', 'reconstruction', 'weighted'] as const) values.current[key]!.textContent = text(key);
    svg.current.setAttribute('aria-label', loss.label(text('total'), text('reconstruction'), text('weighted')));
  }, [lab, width, loss]);

  useEffect(draw, [draw]);
  usePacedFrames(PACE, draw);

  return (
    <figure className="loss">
      <figcaption className="panel-head">
        <h2>{loss.title}</h2>
        <ul className="legend">
          {(['total', 'reconstruction', 'weighted'] as const).map((key) => (
            <li key={key} className={`key key-${key}`}>
              {loss[key]}{' '}
              <b
                ref={(element) => {
                  values.current[key] = element;
                }}
              >
                –
              </b>
            </li>
          ))}
        </ul>
      </figcaption>
      <div ref={host}>
        <svg ref={svg} role="img" height={HEIGHT} width="100%" />
      </div>
    </figure>
  );
}
