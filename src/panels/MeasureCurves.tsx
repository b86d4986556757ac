import { useLayoutEffect, useRef } from 'react';
import { curveSet, layOutCurves, paintCurves } from '../draw/curves';
import { measureWords } from '../text/measures';
import type { Measures } from '../worker/jobAnswers';
import { useFigure, useLab } from './context';
import './curves.css';
import { coverageName, hasSecondOutline } from './measureLines';
import { NONE, percent, short } from './numbers';
import { nats } from './quantities';
import './panel.css';
import { useOutline } from './useOutline';
import { useSize } from './useSize';

/** CSS pixels. */
const HEIGHT = 92;

/** About how many values an axis names. */
const TICKS = 3;

/** One curve of a chart. */
interface Series {
  /** As the class of its curve says it. */
  readonly name: string;
  readonly of: (measures: Measures) => number;
}

interface Chart {
  readonly name: string;
  /** In the order in which their values are read: the first is drawn in front. */
  readonly series: readonly Series[];
  /** How a value is written. */
  readonly text: (value: number) => string;
  readonly whole?: boolean;
  readonly most?: number;
}

/** Measures that are one number each. */
type Plain = 'mutualInformation' | 'aggregateKl' | 'coverage1' | 'coverage2' | 'meanSigma' | 'spread' | 'activeAxes';

const plain = (name: Plain): Series => ({ name, of: (measures) => measures[name] });

/** Var μ + mean σ² of every axis of a code. */
const identities = (latent: number): readonly Series[] =>
  Array.from({ length: latent }, (_, k) => ({
    name: `axis${k + 1}`,
    of: ({ momentIdentity }) => momentIdentity[k] ?? Number.NaN,
  }));

/** The measures over the training, as far as somebody has looked: small charts of one shape. */
export function MeasureCurves({ measures }: { measures: Measures | null }) {
  const said = measureWords[useFigure().language];
  const latent = useLab((state) => state.settings.latent);
  const { family, many } = useOutline();
  const { rows } = said;
  const onPlane = (name: string): string => (latent > 2 ? said.plane(name) : name);
  const s = measures?.noiseScale ?? 1;
  const twice = hasSecondOutline(family, s);
  const inNats = (value: number): string => `${nats(value)} ${said.nats}`;
  const charts: readonly Chart[] = [
    { name: onPlane(rows.mutualInformation), series: [plain('mutualInformation')], text: inNats },
    { name: onPlane(said.aggregateKl(many)), series: [plain('aggregateKl')], text: inNats },
    {
      name: onPlane(coverageName({ said, family, many }, twice ? 'both' : 1, s)),
      series: twice ? [plain('coverage1'), plain('coverage2')] : [plain('coverage1')],
      text: percent,
      most: 1,
    },
    { name: rows.momentIdentity, series: identities(measures?.momentIdentity.length ?? latent), text: short },
    { name: rows.spread, series: [plain('spread')], text: short },
    { name: rows.meanSigma, series: [plain('meanSigma')], text: short },
    { name: rows.activeAxes, series: [plain('activeAxes')], text: short, whole: true },
  ];
  return (
    <section className="measure-curves" aria-label={said.curves}>
      <h3>{said.curves}</h3>
      <div className="curve-grid">
        {charts.map((chart) => (
          <CurveChart key={chart.series[0]!.name} chart={chart} measures={measures} />
        ))}
      </div>
    </section>
  );
}

function CurveChart({ chart, measures }: { chart: Chart; measures: Measures | null }) {
  const { lab, language } = useFigure();
  const said = measureWords[language];
  const host = useRef<HTMLDivElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const { width } = useSize(host);
  const { name, series, text, whole = false, most } = chart;
  const values = series.map(({ of }) => (measures === null ? NONE : text(of(measures))));
  // The history has the measures by now, and changes with them alone.
  useLayoutEffect(() => {
    if (svg.current === null || width === 0) return;
    const rows = lab.history.measured.map((measured) => ({
      step: measured.step,
      ...Object.fromEntries(series.map((each) => [each.name, each.of(measured)])),
    }));
    const names = series.map((each) => each.name).reverse();
    const place = { width, height: HEIGHT, ticks: TICKS, whole, ...(most === undefined ? {} : { most }) };
    paintCurves(svg.current, layOutCurves([curveSet(names, rows)], place));
    svg.current.dataset.step = String(measures?.step ?? '');
  }, [lab, measures, width, series, whole, most]);
  return (
    <figure className="curve">
      <figcaption>
        {name}{' '}
        {series.length === 1 ? (
          <b>{values[0]}</b>
        ) : (
          <span className="legend">
            {series.map((each, i) => (
              <span key={each.name} className={`key key-${each.name}`}>
                <b>{values[i]}</b>
              </span>
            ))}
          </span>
        )}
      </figcaption>
      <div ref={host}>
        <svg ref={svg} role="img" aria-label={said.curveLabel(name, values.join(' · '))} height={HEIGHT} />
      </div>
    </figure>
  );
}
