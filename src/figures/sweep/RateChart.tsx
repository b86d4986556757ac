import { useLayoutEffect, useRef } from 'react';
import { layOutRates, paintRates, type RateModel, type RatePoint, REACH } from '../../draw/rateDistortion';
import { inNats } from '../../panels/units';
import { useSize } from '../../panels/useSize';
import type { Sweep, SweepModel } from '../../state/sweep';
import { sweepWords } from '../../text/sweep';
import type { ShareTerms } from '../../worker/jobAnswers';
import { usePage } from '../context';
import { betaOf } from './betaOf';
import { modelColour } from './ModelCard';
import { PointedOut } from './PointedOut';
import { pointText } from './pointText';
import { Spread } from './Spread';
import { useNameOf } from './useNameOf';
import { usePacedState } from './usePacedState';

interface RateChartProps {
  readonly sweep: Sweep;
  /** Where the value of each model is among all, in [0, 1]. */
  readonly shares: readonly number[];
  /** The place of the model that is pointed out; −1 for none. */
  readonly lit: number;
  /** One is pointed at, or none any more: −1. */
  point(place: number): void;
  /** One is pressed, and stays pointed out; −1 for none. */
  choose(place: number): void;
}

/** CSS pixels: lower than wide, within bounds. */
const heightFor = (width: number): number => Math.round(Math.min(440, Math.max(260, 0.6 * width)));

const pointOf = (step: number, { reconstruction, regulariser }: ShareTerms): RatePoint => ({
  step,
  rate: regulariser,
  distortion: reconstruction,
});

/** R against K of every model, with the way by which it came there. */
export function RateChart({ sweep, shares, lit, point, choose }: RateChartProps) {
  const { language, theme } = usePage();
  const says = sweepWords[language];
  const host = useRef<HTMLDivElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  /** Where the points are, in CSS pixels. */
  const spots = useRef<{ readonly at: readonly [x: number, y: number]; readonly place: number }[]>([]);
  const { width } = useSize(host);
  const height = heightFor(width);
  const points = usePacedState(sweep, 'points');
  const nameOf = useNameOf(sweep);
  const { likelihood, regulariser, posterior } = sweep.models[0]!.lab.settings;

  useLayoutEffect(() => {
    if (width === 0) return;
    const units = inNats({ likelihood, regulariser, posterior });
    const modelOf = (model: SweepModel, place: number): RateModel => {
      const last = model.trail.at(-1);
      const name = nameOf(model);
      return {
        label: name,
        name: pointText(name, last, says),
        colour: modelColour(shares[place]!, theme),
        trail: model.trail.map(({ step, training }) => pointOf(step, training)),
        heldOut: last?.heldOut ? pointOf(last.step, last.heldOut) : null,
        beta: betaOf(sweep, model),
      };
    };
    // In the order of their values, which the line between them follows.
    const places = shares
      .map((_, place) => place)
      .filter((place) => sweep.models[place]!.trail.length > 0)
      .sort((a, b) => shares[a]! - shares[b]!);
    const layout = layOutRates(
      places.map((place) => modelOf(sweep.models[place]!, place)),
      {
        width,
        height,
        titles: { rate: says.rate(units.regulariser), distortion: says.distortion(units.reconstruction) },
        joins: sweep.setting !== 'seed',
      },
    );
    paintRates(svg.current!, layout, places, lit);
    spots.current = layout.models.map(({ at }, i) => ({ at, place: places[i]! }));
    svg.current!.setAttribute('aria-label', places.length === 0 ? says.noPoints : says.chart);
  }, [sweep, shares, lit, points, width, height, theme, says, nameOf, likelihood, regulariser, posterior]);

  const placeOf = ({ target }: React.SyntheticEvent): number => {
    const mark = (target as Element).closest('[data-place]');
    return mark === null ? -1 : Number(mark.getAttribute('data-place'));
  };
  /** That of the point nearest to the pointer, where some are within reach of it: those that lie close cover each other. */
  const placeAt = (event: React.MouseEvent): number => {
    const box = svg.current!.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    const distances = spots.current.map(({ at }) => Math.hypot(at[0] - x, at[1] - y));
    const least = Math.min(...distances);
    return least <= REACH ? spots.current[distances.indexOf(least)]!.place : placeOf(event);
  };
  return (
    <div className="rates" data-part="rates">
      <figure>
        <figcaption className="panel-head">
          <h3>{says.chart}</h3>
          <ul className="legend">
            <li className="rate-key">
              <KeyMark d="M1 6a5 5 0 0 1 10 0a5 5 0 0 1 -10 0z" />
              {says.trained}
            </li>
            <li className="rate-key">
              <KeyMark d="M1 6l5 -5l5 5l-5 5z" hollow />
              {says.heldOut}
            </li>
            <li className="key rate-key-trail">{says.trail}</li>
            {sweep.setting !== 'seed' && <li className="key rate-key-front">{says.front}</li>}
            {sweep.setting !== 'seed' && <li className="key rate-key-level">{says.level}</li>}
          </ul>
        </figcaption>
        <div ref={host}>
          {/* biome-ignore lint/a11y/useSemanticElements: no element of HTML groups parts of a drawing */}
          <svg
            ref={svg}
            role="group"
            height={height}
            onPointerMove={(event) => point(placeAt(event))}
            onPointerLeave={() => point(-1)}
            onFocus={(event) => point(placeOf(event))}
            onBlur={() => point(-1)}
            onClick={(event) => choose(placeAt(event))}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' && event.key !== ' ') return;
              event.preventDefault();
              choose(placeOf(event));
            }}
          />
        </div>
      </figure>
      <PointedOut sweep={sweep} place={lit} />
      {sweep.setting === 'seed' && <Spread sweep={sweep} />}
    </div>
  );
}

/** A point as the curve has it, in the legend, 12 pixels a side. */
const KeyMark = ({ d, hollow = false }: { readonly d: string; readonly hollow?: boolean }) => (
  <svg className="rate-symbol" data-hollow={hollow} viewBox="0 0 12 12" aria-hidden="true">
    <path d={d} />
  </svg>
);
