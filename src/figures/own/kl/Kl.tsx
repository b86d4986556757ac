import { useMemo } from 'react';
import { type AxisDensity, unitDraws } from '../../../math/axisDensity';
import { bhattacharyya, divergence, estimatedDivergence, type RunningMean } from '../../../math/divergence';
import { createRandom } from '../../../math/random';
import { count, NONE } from '../../../panels/numbers';
import { pressable } from '../../../panels/pressable';
import { nats } from '../../../panels/quantities';
import { Select } from '../../../panels/Select';
import '../../../panels/table.css';
import { klWords } from '../../../text/kl';
import { usePage } from '../../context';
import { kl } from '../../specs/kl';
import '../charts.css';
import { OwnShare } from '../OwnShare';
import { useValues } from '../useValues';
import { ValueRange } from '../ValueRange';
import { OWN_VALUES } from '../values';
import { Densities } from './Densities';
import { Integrand } from './Integrand';
import './kl.css';
import { Means } from './Means';

const SHAPES = ['normal', 'box'] as const;

const { mu: muSpec, sigma: sigmaSpec, draws: drawsSpec, seed: seedSpec } = OWN_VALUES.kl;

/** Draws that a button adds. */
const MORE = [1, 100, 1000] as const;

/** Draws that are marked below the axis: more could not be told apart. */
const MARKED = 200;

/** Points of the chart of means within a decade of draws. */
const POINTS = 40;

/** Numbers of draws from 1 to `draws`, evenly on a logarithmic axis, each once. */
const countsTo = (draws: number): number[] => {
  if (draws === 0) return [];
  const points = Math.ceil(POINTS * Math.log10(draws)) + 1;
  const counts = Array.from({ length: points }, (_, i) => Math.round(10 ** (i / POINTS)));
  return [...new Set([...counts.filter((each) => each < draws), draws])];
};

/** A mean as it is read: with its error where it has one. */
const meanText = (mean: RunningMean | undefined): string => {
  if (mean === undefined) return NONE;
  return Number.isFinite(mean.standardError) ? `${nats(mean.mean)} ± ${nats(mean.standardError)}` : nats(mean.mean);
};

/** Two densities, what the divergences between them are by integral, and what draws make of them. */
export default function Kl() {
  const { language } = usePage();
  const says = klWords[language];
  const { values, move } = useValues(kl.id);
  const { draws, seed } = values;
  const q: AxisDensity = { shape: SHAPES[values.qBox]!, mu: values.mu, sigma: values.sigma };
  const p: AxisDensity = { shape: SHAPES[values.pBox]!, mu: 0, sigma: 1 };
  const epsQ = useMemo(() => unitDraws(q.shape, drawsSpec.max, createRandom(seed, 0)), [q.shape, seed]);
  const epsP = useMemo(() => unitDraws(p.shape, drawsSpec.max, createRandom(seed, 1)), [p.shape, seed]);
  const means = estimatedDivergence(q, p, epsQ, countsTo(draws));
  const [back] = draws === 0 ? [] : estimatedDivergence(p, q, epsP, [draws]);
  const integral = divergence(q, p);
  const rows = [
    { name: 'forward', integral, mean: meanText(means.at(-1)) },
    { name: 'back', integral: divergence(p, q), mean: meanText(back) },
    { name: 'bhattacharyya', integral: bhattacharyya(q, p), mean: NONE },
  ] as const;
  return (
    <div className="kl-figure charts">
      <OwnShare id={kl.id} />
      <Densities
        q={q}
        p={p}
        codes={[...epsQ.subarray(0, Math.min(draws, MARKED))].map((e) => q.mu + q.sigma * e)}
        move={move}
      />
      <div className="kl-controls">
        <ValueRange name={says.mu} value={q.mu} spec={muSpec} onChange={(mu) => move({ mu })} />
        <ValueRange name={says.sigma} value={q.sigma} spec={sigmaSpec} onChange={(sigma) => move({ sigma })} />
        {(['qBox', 'pBox'] as const).map((name) => (
          <Select
            key={name}
            name={says.shapeOf[name]}
            value={SHAPES[values[name]]!}
            all={SHAPES}
            nameOf={(shape) => says.shapes[shape]}
            onChange={(shape) => move({ [name]: SHAPES.indexOf(shape) })}
          />
        ))}
      </div>
      <div className="kl-buttons">
        <span className="kl-drawn">{says.drawn(count(draws))}</span>
        {MORE.map((more) => (
          <button
            key={more}
            type="button"
            className="button"
            {...pressable(draws < drawsSpec.max, () => move({ draws: draws + more }))}
          >
            {says.more(count(more))}
          </button>
        ))}
        <button
          type="button"
          className="button button-quiet"
          onClick={() => move({ seed: seed >= seedSpec.max ? seedSpec.min : seed + 1 })}
        >
          {says.anew}
        </button>
      </div>
      <Integrand q={q} p={p} />
      <Means means={means} integral={integral} most={drawsSpec.max} />
      <table className="number-table kl-table">
        <caption>{says.table.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{says.table.name}</th>
            <th scope="col">{says.table.integral}</th>
            <th scope="col">{says.table.mean(count(draws))}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name} className={`kl-row-${row.name}`} data-part={row.name}>
              <th scope="row">{says.rows[row.name]}</th>
              <td>{nats(row.integral)}</td>
              <td>{row.mean}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
