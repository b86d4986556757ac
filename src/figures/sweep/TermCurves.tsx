import { useLayoutEffect, useRef } from 'react';
import { curveSet, layOutCurves, paintCurves } from '../../draw/curves';
import '../../panels/curves.css';
import '../../panels/panel.css';
import { nats } from '../../panels/quantities';
import { useSize } from '../../panels/useSize';
import type { Sweep } from '../../state/sweep';
import { sweepWords } from '../../text/sweep';
import type { ShareTerms } from '../../worker/jobAnswers';
import { usePage } from '../context';
import { betaOf } from './betaOf';
import { modelColour } from './ModelCard';
import { useNameOf } from './useNameOf';
import { usePacedState } from './usePacedState';

/** CSS pixels. */
const HEIGHT = 160;

/** About how many values an axis names. */
const TICKS = 4;

/** What a model is trained to lower, and its two terms, from the images that it is trained on. @param beta of the model */
const TERMS = {
  r: ({ reconstruction }: ShareTerms): number => reconstruction,
  k: ({ regulariser }: ShareTerms): number => regulariser,
  loss: ({ reconstruction, regulariser }: ShareTerms, beta: number): number => reconstruction + beta * regulariser,
} as const;

type Term = keyof typeof TERMS;

interface TermCurvesProps {
  readonly sweep: Sweep;
  /** Where the value of each model is among all, in [0, 1]. */
  readonly shares: readonly number[];
}

/** R, K and R + βK of all models over the training, a chart each. */
export function TermCurves({ sweep, shares }: TermCurvesProps) {
  return (
    <div className="term-curves">
      {(Object.keys(TERMS) as Term[]).map((term) => (
        <TermCurve key={term} term={term} sweep={sweep} shares={shares} />
      ))}
    </div>
  );
}

function TermCurve({ term, sweep, shares }: TermCurvesProps & { readonly term: Term }) {
  const { language, theme } = usePage();
  const says = sweepWords[language];
  const host = useRef<HTMLDivElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const { width } = useSize(host);
  const points = usePacedState(sweep, 'points');
  const nameOf = useNameOf(sweep);
  useLayoutEffect(() => {
    if (width === 0) return;
    const sets = sweep.models.map((model, place) => {
      const name = `model${place}`;
      const beta = betaOf(sweep, model);
      return curveSet(
        [name],
        model.trail.map(({ step, training }) => ({ step, [name]: TERMS[term](training, beta) })),
      );
    });
    const layout = layOutCurves(sets, { width, height: HEIGHT, ticks: TICKS });
    paintCurves(svg.current!, layout);
    svg.current!.querySelectorAll<SVGPathElement>('path.series').forEach((path, place) => {
      path.style.stroke = modelColour(shares[place]!, theme);
    });
    const lasts = sweep.models.flatMap((model) => {
      const last = model.trail.at(-1);
      return last === undefined ? [] : [`${nameOf(model)}: ${nats(TERMS[term](last.training, betaOf(sweep, model)))}`];
    });
    svg.current!.setAttribute('aria-label', [says.terms[term], ...lasts].join(says.and));
  }, [sweep, shares, term, points, width, theme, says, nameOf]);
  return (
    <figure className="curve" data-part={`term-${term}`}>
      <figcaption>{says.terms[term]}</figcaption>
      <div ref={host}>
        <svg ref={svg} role="img" height={HEIGHT} />
      </div>
    </figure>
  );
}
