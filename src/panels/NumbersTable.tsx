import { useState } from 'react';
import { BOX_EXCESS, klConstant, outlineReach } from '../math/posterior';
import { outsideUniform } from '../math/uniformPrior';
import { heldOutWords } from '../text/heldOut';
import { measureWords } from '../text/measures';
import type { MeasuredLosses, Measures } from '../worker/jobProtocol';
import { useFigure, useLab } from './context';
import { count, NONE, nats, percent, short } from './numbers';
import { useAsking } from './useAsking';
import { useOutline } from './useOutline';

interface Row {
  readonly name: string;
  readonly value: string;
  /** Of the images that are held out; `value` is that of the others then. */
  readonly heldOut?: string;
}

/** Measures, and how large a share s of each ellipse was in use when they were taken. */
interface Measured {
  readonly measures: Measures;
  readonly noiseScale: number;
}

/** What the panels show, as a table of numbers over all of the data, measured again and again. */
export default function NumbersTable() {
  const { language } = useFigure();
  const said = measureWords[language];
  const ofShares = heldOutWords[language];
  const measured = useMeasures();
  const { training, heldOut } = measured?.measures ?? { heldOut: null };
  return (
    <>
      <table data-step={measured?.measures.step}>
        <caption>{heldOut ? ofShares.caption : said.caption}</caption>
        <thead className={heldOut ? undefined : 'hidden'}>
          <tr>
            <th scope="col">{said.name}</th>
            {heldOut ? (
              <>
                <th scope="col">{ofShares.training(count(training.n))}</th>
                <th scope="col">{ofShares.heldOut(count(heldOut.n))}</th>
              </>
            ) : (
              <th scope="col">{said.value}</th>
            )}
          </tr>
        </thead>
        <tbody>
          {useRows(measured).map(({ name, value, heldOut: other }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td colSpan={heldOut && other === undefined ? 2 : 1}>{value}</td>
              {other !== undefined && <td>{other}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      {measured !== null && <BoxNote kl={measured.measures.training.kl} />}
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

/** The numbers of the present model; null before the first. */
function useMeasures(): Measured | null {
  const { lab } = useFigure();
  const [measured, setMeasured] = useState<Measured | null>(null);
  useAsking(
    true,
    () => lab.measure(),
    (measures) => setMeasured({ measures, noiseScale: lab.frame?.noiseScale ?? lab.settings.noiseScale }),
  );
  return measured;
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
  const inNats = (key: 'planeKl' | 'mutualInformation' | 'aggregateKl') => {
    return (measures: Measures): string => `${nats(measures[key])} ${said.nats}`;
  };
  const loss = (name: string, key: Exclude<keyof MeasuredLosses, 'regulariser'>): Row => {
    const text = (losses: MeasuredLosses): string => `${nats(losses[key])} ${said.nats}`;
    const { heldOut = null } = measured?.measures ?? {};
    return { ...row(name, ({ training }) => text(training)), ...(heldOut && { heldOut: text(heldOut) }) };
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
    loss(rows.reconstruction, 'reconstruction'),
    loss(rows.kl, 'kl'),
    ...(latent > 2 ? [row(plane(rows.kl), inNats('planeKl'))] : []),
    row(onPlane(rows.mutualInformation), inNats('mutualInformation')),
    row(onPlane(aggregateKl(many)), inNats('aggregateKl')),
    loss(isBound ? rows.elbo : notElbo, 'elbo'),
    row(onPlane(coverageName(1)), ({ coverage1 }) => percent(coverage1)),
    // Points have no second contour, and nothing of a rectangle lies outside of it.
    ...(outline === 'ellipse' && s > 0 ? [row(onPlane(coverageName(2)), ({ coverage2 }) => percent(coverage2))] : []),
    row(rows.activeAxes, ({ activeAxes }) => short(activeAxes)),
    row(rows.meanSigma, ({ meanSigma }) => short(meanSigma)),
    row(rows.spread, ({ spread }) => short(spread)),
  ];
}
