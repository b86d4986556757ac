import { useLayoutEffect, useRef } from 'react';
import { curveSet, layOutCurves, paintCurves } from '../draw/curves';
import { measureWords } from '../text/measures';
import type { Measures } from '../worker/jobProtocol';
import { useFigure, useLab } from './context';
import './curves.css';
import { coverageName, hasSecondOutline } from './measureLines';
import { NONE, nats, percent, short } from './numbers';
import { useOutline } from './useOutline';
import { useSize } from './useSize';

/** CSS pixels. */
const HEIGHT = 92;

/** About how many values an axis names. */
const TICKS = 3;

/** Measures that are followed over the training. */
type Curve = 'mutualInformation' | 'aggregateKl' | 'coverage1' | 'coverage2' | 'meanSigma' | 'spread' | 'activeAxes';

interface Chart {
  readonly name: string;
  /** From the back. */
  readonly series: readonly Curve[];
  readonly value: (measures: Measures) => string;
  readonly whole?: boolean;
  readonly most?: number;
}

/** The measures over the training, as far as somebody has looked: small charts of one shape. */
export function MeasureCurves({ measures }: { measures: Measures | null }) {
  const said = measureWords[useFigure().language];
  const latent = useLab((state) => state.settings.latent);
  const likelihood = useLab((state) => state.settings.likelihood);
  const { family, many } = useOutline();
  const circumstances = { said, likelihood, latent, family, many };
  const { rows } = said;
  const onPlane = (name: string): string => (latent > 2 ? said.plane(name) : name);
  const s = measures?.noiseScale ?? 1;
  const twice = hasSecondOutline(family, s);
  const charts: readonly Chart[] = [
    {
      name: onPlane(rows.mutualInformation),
      series: ['mutualInformation'],
      value: (of) => `${nats(of.mutualInformation)} ${said.nats}`,
    },
    {
      name: onPlane(said.aggregateKl(many)),
      series: ['aggregateKl'],
      value: (of) => `${nats(of.aggregateKl)} ${said.nats}`,
    },
    {
      name: onPlane(coverageName(circumstances, twice ? 'both' : 1, s)),
      series: twice ? ['coverage2', 'coverage1'] : ['coverage1'],
      value: (of) => [of.coverage1, ...(twice ? [of.coverage2] : [])].map(percent).join(' · '),
      most: 1,
    },
    { name: rows.spread, series: ['spread'], value: (of) => short(of.spread) },
    { name: rows.meanSigma, series: ['meanSigma'], value: (of) => short(of.meanSigma) },
    { name: rows.activeAxes, series: ['activeAxes'], value: (of) => short(of.activeAxes), whole: true },
  ];
  return (
    <section className="measure-curves" aria-label={said.curves}>
      <h3>{said.curves}</h3>
      <div className="curve-grid">
        {charts.map((chart) => (
          <CurveChart key={chart.series.at(-1)} chart={chart} measures={measures} />
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
  const { name, series, whole = false, most } = chart;
  const value = measures === null ? NONE : chart.value(measures);
  const key = series.join(' ');
  // The history has the measures by now, and changes with them alone.
  useLayoutEffect(() => {
    if (svg.current === null || width === 0) return;
    const names = key.split(' ') as Curve[];
    const place = { width, height: HEIGHT, ticks: TICKS, whole, ...(most === undefined ? {} : { most }) };
    paintCurves(svg.current, layOutCurves([curveSet(names, lab.history.measured)], place));
    svg.current.dataset.step = String(measures?.step ?? '');
  }, [lab, measures, width, key, whole, most]);
  return (
    <figure className="curve">
      <figcaption>
        {name} <b>{value}</b>
      </figcaption>
      <div ref={host}>
        <svg ref={svg} role="img" aria-label={said.curveLabel(name, value)} height={HEIGHT} />
      </div>
    </figure>
  );
}
