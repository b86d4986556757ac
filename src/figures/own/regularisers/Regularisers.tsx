import { AXIS_REGULARISERS } from '../../../math/axisRegulariser';
import { short } from '../../../panels/numbers';
import '../../../panels/table.css';
import { regulariserWords } from '../../../text/regularisers';
import { usePage } from '../../context';
import { regularisers } from '../../specs/regularisers';
import '../charts.css';
import { OwnShare } from '../OwnShare';
import { useValues } from '../useValues';
import { ValueRange } from '../ValueRange';
import { OWN_VALUES } from '../values';
import { EllipsePad } from './EllipsePad';
import { PullCurves } from './PullCurves';
import './regularisers.css';

const NAMES = ['kl', 'simple'] as const;

const { mu: muSpec, sigma: sigmaSpec } = OWN_VALUES.regularisers;

/** One ellipse, dragged; what the two regularisers cost there, and how hard they pull. */
export default function Regularisers() {
  const { language } = usePage();
  const says = regulariserWords[language];
  const { values, move } = useValues(regularisers.id);
  const { mu, sigma } = values;
  return (
    <div className="pull-figure charts">
      <OwnShare id={regularisers.id} />
      <EllipsePad mu={mu} sigma={sigma} move={move} />
      <div className="pull-sliders">
        <ValueRange name={says.mu} value={mu} spec={muSpec} onChange={(value) => move({ mu: value })} />
        <ValueRange name={says.sigma} value={sigma} spec={sigmaSpec} onChange={(value) => move({ sigma: value })} />
      </div>
      <PullCurves
        title={says.overSigma(short(mu))}
        part="curve"
        costOf={({ value }, at) => value(mu, at)}
        domain={[sigmaSpec.min, sigmaSpec.max]}
        at={sigma}
      />
      <PullCurves
        title={says.overMu(short(sigma))}
        part="centre"
        costOf={({ value }, at) => value(at, sigma)}
        domain={[muSpec.min, muSpec.max]}
        at={mu}
      />
      <table className="number-table pull-table">
        <caption>{says.table.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{says.table.regulariser}</th>
            <th scope="col">{says.table.value}</th>
            <th scope="col">{says.table.byMu}</th>
            <th scope="col">{says.table.bySigma}</th>
          </tr>
        </thead>
        <tbody>
          {NAMES.map((name) => {
            const { value, byMu, bySigma } = AXIS_REGULARISERS[name];
            return (
              <tr key={name} className={`pull-row-${name}`}>
                <th scope="row">{says.names[name]}</th>
                <td>{short(value(mu, sigma))}</td>
                {/* It pulls against the slope. */}
                <td>{short(0 - byMu(mu, sigma))}</td>
                <td>{short(0 - bySigma(mu, sigma))}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
