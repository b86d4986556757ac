import { imageOf } from '../../math/imageOf';
import { sampleWords } from '../../text/sample';
import type { JobAnswers } from '../../worker/jobProtocol';
import { useFigure, useLab } from '../context';
import { EvidenceDetails } from '../EvidenceDetails';
import { ImageTile } from '../ImageTile';
import { nats } from '../numbers';

/** How close ELBO and ln p(x) are over the data set, and where they are farthest apart. */
export function LargestGaps() {
  const says = sampleWords[useFigure().language];
  return <EvidenceDetails name={says.all}>{({ largest }) => <Largest largest={largest} />}</EvidenceDetails>;
}

function Largest({ largest }: Pick<JobAnswers['evidence'], 'largest'>) {
  const { lab, language } = useFigure();
  const says = sampleWords[language];
  const dataset = useLab((state) => state.dataset);
  if (dataset === null) return null;
  return (
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
  );
}
