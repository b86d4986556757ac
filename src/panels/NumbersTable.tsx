import { useEffect, useState } from 'react';
import { BOX_EXCESS, klConstant, outlineReach } from '../math/posterior';
import { outsideUniform } from '../math/uniformPrior';
import { measureWords } from '../text/measures';
import type { Measures } from '../worker/jobProtocol';
import type { Frame } from '../worker/protocol';
import { useFigure, useLab } from './context';
import { count, NONE, nats, percent, short } from './numbers';
import { useOutline } from './useOutline';

/** Ms between two measurements while training runs: each takes the worker some tens of ms. */
const PACE = 1000;

interface Row {
  readonly name: string;
  readonly value: string;
}

/** Measures, and how large a share s of each ellipse was in use when they were taken. */
interface Measured {
  readonly measures: Measures;
  readonly noiseScale: number;
}

/** What the panels show, as a table of numbers over all of the data, measured again and again. */
export default function NumbersTable() {
  const said = measureWords[useFigure().language];
  const measured = useMeasures();
  return (
    <>
      <table data-step={measured?.measures.step}>
        <caption>{said.caption}</caption>
        <thead className="hidden">
          <tr>
            <th scope="col">{said.name}</th>
            <th scope="col">{said.value}</th>
          </tr>
        </thead>
        <tbody>
          {useRows(measured).map(({ name, value }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {measured !== null && <BoxNote kl={measured.measures.kl} />}
    </>
  );
}

/** Of boxes: what their corners cost beside the ellipses of the same σ, and what a uniform prior would say of them. */
function BoxNote({ kl }: { readonly kl: number }) {
  const { lab, language } = useFigure();
  const { frame } = lab;
  if (frame?.family !== 'box') return null;
  const { latent, mu } = frame;
  const excess = klConstant('box', latent);
  return (
    <p className="fine">
      {measureWords[language].boxKl(
        nats(kl),
        nats(kl - excess),
        nats(excess),
        BOX_EXCESS.toFixed(4),
        count(outsideUniform(frame)),
        count(mu.length / latent),
      )}
    </p>
  );
}

/** The numbers of the present model: measured at once, then every so often while it trains and whenever it rests. */
function useMeasures(): Measured | null {
  const { lab } = useFigure();
  const ready = useLab((state) => state.run !== null);
  const [measured, setMeasured] = useState<Measured | null>(null);
  useEffect(() => {
    if (!ready) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let ended = false;
    let busy = false;
    /** Whether what was shown last is of a moment that has passed. */
    let stale = false;
    const measure = async (): Promise<void> => {
      clearTimeout(timer);
      stale = busy;
      if (busy) return;
      busy = true;
      const measures = await lab.measure().catch(() => null);
      busy = false;
      if (ended) return;
      if (measures !== null) setMeasured({ measures, noiseScale: lab.frame?.noiseScale ?? lab.settings.noiseScale });
      if (stale) void measure();
      else if (lab.frame?.training !== false) timer = setTimeout(() => void measure(), PACE);
    };
    void measure();
    let last = lab.frame === null ? '' : momentOf(lab.frame);
    const stop = lab.on('frame', (frame) => {
      const moment = momentOf(frame);
      if (moment !== last) void measure();
      last = moment;
    });
    return () => {
      ended = true;
      clearTimeout(timer);
      stop();
    };
  }, [lab, ready]);
  return measured;
}

/** Changes when training begins or rests, and with anything that is measured of a model at rest. */
function momentOf({ training, step, beta, noiseScale, restLosses, plane }: Frame): string {
  return training ? 'training' : [step, beta, noiseScale, restLosses?.total, ...plane.axes].join();
}

function useRows(measured: Measured | null): readonly Row[] {
  const { rows, aggregateKl, plane, notElbo, ...said } = measureWords[useFigure().language];
  const likelihood = useLab((state) => state.settings.likelihood);
  const latent = useLab((state) => state.settings.latent);
  const { family, outline, many } = useOutline();
  const s = measured?.noiseScale ?? 1;
  const row = (name: string, value: (measures: Measures) => string): Row => ({
    name,
    value: measured === null ? NONE : value(measured.measures),
  });
  const inNats = (key: 'reconstruction' | 'kl' | 'planeKl' | 'mutualInformation' | 'aggregateKl' | 'elbo') => {
    return (measures: Measures): string => `${nats(measures[key])} ${said.nats}`;
  };
  // The quadrature looks at the plane alone: with more axes its parts do not add up to the KL of all of them.
  const onPlane = (name: string): string => (latent > 2 ? plane(name) : name);
  const coverageName = (k: 1 | 2): string => {
    if (outline === 'point') return said.coverageOfPoints;
    if (s === 0) return said.coverageNoNoise(many);
    return said.coverage(many, short(outlineReach(family, k, s)));
  };
  // A bound of ln p(x) takes all of the ellipse, and an R that is −ln p(x|z).
  const isBound = s === 1 && likelihood !== 'squared';
  return [
    row(rows.reconstruction, inNats('reconstruction')),
    row(rows.kl, inNats('kl')),
    ...(latent > 2 ? [row(plane(rows.kl), inNats('planeKl'))] : []),
    row(onPlane(rows.mutualInformation), inNats('mutualInformation')),
    row(onPlane(aggregateKl(many)), inNats('aggregateKl')),
    row(isBound ? rows.elbo : notElbo, inNats('elbo')),
    row(onPlane(coverageName(1)), ({ coverage1 }) => percent(coverage1)),
    // Points have no second contour, and nothing of a rectangle lies outside of it.
    ...(outline === 'ellipse' && s > 0 ? [row(onPlane(coverageName(2)), ({ coverage2 }) => percent(coverage2))] : []),
    row(rows.activeAxes, ({ activeAxes }) => short(activeAxes)),
    row(rows.meanSigma, ({ meanSigma }) => short(meanSigma)),
    row(rows.spread, ({ spread }) => short(spread)),
  ];
}
