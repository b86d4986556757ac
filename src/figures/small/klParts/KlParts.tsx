import { useLayoutEffect, useRef } from 'react';
import { paintBands } from '../../../draw/bands';
import { curveSet, layOutCurves, paintCurves } from '../../../draw/curves';
import { useFigure } from '../../../panels/context';
import '../../../panels/curves.css';
import { NONE } from '../../../panels/numbers';
import '../../../panels/panel.css';
import { nats } from '../../../panels/quantities';
import { useLive } from '../../../panels/useLive';
import { useSize } from '../../../panels/useSize';
import { klPartsWords } from '../../../text/klParts';
import './klParts.css';

/** CSS pixels. */
const HEIGHT = 220;

/** About how many values the axis names. */
const TICKS = 4;

/** The terms of KL = I(x; z) + KL(q̄‖p), as measures have them, by the names that words of the text have for them. */
const TERMS = { each: 'planeKl', own: 'mutualInformation', together: 'aggregateKl' } as const;

type Term = keyof typeof TERMS;

/** What stands before each. */
const SIGNS: Readonly<Record<Term, string>> = { each: '', own: '=', together: '+' };

/** The KL of all posteriors as the sum of its two parts: three large numbers, and both parts over the training, one on the other. */
export default function KlParts() {
  const { lab, language } = useFigure();
  const says = klPartsWords[language];
  const { answer } = useLive('measure');
  const host = useRef<HTMLDivElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const { width } = useSize(host);
  const texts = Object.fromEntries(
    Object.entries(TERMS).map(([term, key]) => [term, answer === null ? NONE : nats(answer[key])]),
  ) as Record<Term, string>;
  // The history has the measures by now, and changes with them alone.
  useLayoutEffect(() => {
    if (svg.current === null || width === 0) return;
    const set = curveSet(['mutualInformation', 'planeKl'], lab.history.measured);
    const layout = layOutCurves([set], { width, height: HEIGHT, ticks: TICKS, unclipped: true });
    paintCurves(svg.current, layout);
    paintBands(svg.current, layout, set.names);
  }, [lab, answer, width]);
  return (
    <figure className="kl-parts curve" data-step={answer?.step}>
      <p className="kl-sum">
        {(Object.keys(TERMS) as Term[]).map((term) => (
          <span key={term} className={`kl-term kl-term-${term}`} data-part={term}>
            {/* The sign belongs to the term, so that no line begins or ends without its number. */}
            <span className="kl-term-value">
              {SIGNS[term]} <output aria-live="off">{texts[term]}</output>
            </span>
            <span className="kl-term-name">{says.names[term]}</span>
            <span className="fine">{says.says[term]}</span>
          </span>
        ))}
      </p>
      <figcaption>{says.chart}</figcaption>
      <div ref={host}>
        <svg
          ref={svg}
          role="img"
          aria-label={says.chartLabel(texts.each, texts.own, texts.together)}
          height={HEIGHT}
          data-part="bands"
        />
      </div>
    </figure>
  );
}
