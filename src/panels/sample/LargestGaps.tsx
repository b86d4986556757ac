import { useState } from 'react';
import type { Estimate } from '../../math/estimate';
import { sampleWords } from '../../text/sample';
import { useFigure, useLab } from '../context';
import { ImageTile } from '../ImageTile';
import { imageOf } from '../imageOf';
import { count, nats } from '../numbers';
import { useLive } from '../useLive';

/** How close ELBO and ln p(x) are over the data set, and where they are farthest apart; computed while it is open. */
export function LargestGaps() {
  const says = sampleWords[useFigure().language];
  const [open, setOpen] = useState(false);
  const likelihood = useLab((state) => state.settings.likelihood);
  const latent = useLab((state) => state.settings.latent);
  const lacking = likelihood === 'squared' ? says.noDensity : latent > 2 ? says.manyAxes : null;
  return (
    <details className="sample-all" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{says.all}</summary>
      {open && (lacking === null ? <Gaps /> : <p className="fine">{lacking}</p>)}
    </details>
  );
}

function Gaps() {
  const { lab, language } = useFigure();
  const says = sampleWords[language];
  const found = useLive('evidence');
  const dataset = useLab((state) => state.dataset);
  if (found === null || dataset === null) return <p className="fine">{says.waiting}</p>;
  const { step, taken, logEvidence, gap, largest } = found;
  const mean = ({ mean, standardError }: Estimate): string =>
    `${nats(mean)}${standardError > 0 ? ` ± ${nats(standardError)}` : ''} ${says.nats}`;
  return (
    <div data-step={step}>
      <dl>
        <div>
          <dt>{says.meanEvidence}</dt>
          <dd>{mean(logEvidence)}</dd>
        </div>
        {gap !== null && (
          <div>
            <dt>{says.meanGap}</dt>
            <dd>{mean(gap)}</dd>
          </div>
        )}
      </dl>
      <p className="fine">{says.allOf(count(step), count(taken), count(dataset.n))}</p>
      {gap === null && <p className="fine">{says.noGap}</p>}
      <ul aria-label={says.largest}>
        {largest
          .filter(({ index }) => index < dataset.n)
          .map(({ index, gap: lost }) => (
            <li key={index}>
              <button
                type="button"
                title={says.select(String(index), nats(lost))}
                aria-label={says.select(String(index), nats(lost))}
                onClick={() => lab.selection.select(index)}
              >
                <ImageTile image={() => imageOf(dataset, index)} />
                {nats(lost)}
              </button>
            </li>
          ))}
      </ul>
    </div>
  );
}
