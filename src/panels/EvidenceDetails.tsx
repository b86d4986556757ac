import { type ReactNode, useState } from 'react';
import type { Estimate } from '../math/estimate';
import type { MeanEvidence } from '../math/evidence';
import { heldOutWords } from '../text/heldOut';
import { type SampleWords, sampleWords } from '../text/sample';
import type { JobAnswers } from '../worker/jobProtocol';
import { useFigure, useLab } from './context';
import './EvidenceDetails.css';
import { count } from './numbers';
import { nats } from './quantities';
import './table.css';
import { useLive } from './useLive';
import { whyNone } from './whyNone';

type Found = JobAnswers['evidence'];

interface EvidenceDetailsProps {
  readonly name: string;
  /** What else is shown of what was found. */
  readonly children?: (found: Found) => ReactNode;
}

/** How close ELBO and ln p(x) are, over what is trained on and over what is held out; computed while it is open. */
export function EvidenceDetails({ name, children }: EvidenceDetailsProps) {
  const says = sampleWords[useFigure().language];
  const [open, setOpen] = useState(false);
  const likelihood = useLab((state) => state.settings.likelihood);
  const latent = useLab((state) => state.settings.latent);
  const lacking = likelihood === 'squared' ? says.noDensity : latent > 2 ? says.manyAxes : null;
  return (
    <details className="evidence" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{name}</summary>
      {open && (lacking === null ? <Means more={children} /> : <p className="fine">{lacking}</p>)}
    </details>
  );
}

function Means({ more }: { readonly more: EvidenceDetailsProps['children'] }) {
  const { language, words } = useFigure();
  const says = sampleWords[language];
  const { answer: found, lack } = useLive('evidence');
  const n = useLab(({ dataset }) => dataset?.n ?? 0);
  if (found === null) return <p className="fine">{whyNone(lack, says, words.failure.part)}</p>;
  return (
    <div data-step={found.step}>
      <Shares found={found} />
      <p className="fine">{says.allOf(count(found.step), count(found.taken), count(n))}</p>
      {found.unresolved > 0 && <p className="fine">{says.unresolvedOf(count(found.unresolved), count(found.taken))}</p>}
      {found.gap === null && <p className="fine">{says.noGap}</p>}
      {more?.(found)}
    </div>
  );
}

/** One column a share of the data, or one of all of it where nothing is held out. */
function Shares({ found: { training, heldOut } }: { readonly found: Found }) {
  const { language } = useFigure();
  const says = sampleWords[language];
  const ofShares = heldOutWords[language];
  const shares = heldOut === null ? [training] : [training, heldOut];
  return (
    <table className="number-table">
      {heldOut !== null && (
        <thead>
          <tr>
            <td />
            <th scope="col">{ofShares.training(count(training.taken))}</th>
            <th scope="col">{ofShares.heldOut(count(heldOut.taken))}</th>
          </tr>
        </thead>
      )}
      <tbody>
        {(['logEvidence', 'elbo', 'gap'] as const)
          .filter((row) => training[row] !== null)
          .map((row) => (
            <tr key={row}>
              <th scope="row">{says.means[row]}</th>
              {shares.map((share, column) => (
                <td key={column}>{mean(share, row, says)}</td>
              ))}
            </tr>
          ))}
      </tbody>
    </table>
  );
}

/** A mean in nats, with its standard error where not all images were looked at. */
function mean(share: MeanEvidence, row: keyof SampleWords['means'], says: SampleWords): string {
  const { mean, standardError } = share[row] as Estimate;
  return `${nats(mean)}${standardError > 0 ? ` ± ${nats(standardError)}` : ''} ${says.nats}`;
}
