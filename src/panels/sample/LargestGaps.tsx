import { imageOf } from '../../math/imageOf';
import { sampleWords } from '../../text/sample';
import type { JobAnswers } from '../../worker/jobProtocol';
import { centreOf } from '../centreOf';
import { useFigure, useLab } from '../context';
import { EvidenceDetails } from '../EvidenceDetails';
import { ImageTile } from '../ImageTile';
import { nats } from '../quantities';
import { holdInView } from '../questions/holdInView';

/** How close ELBO and ln p(x) are over the data set, and where they are farthest apart. */
export function LargestGaps() {
  const says = sampleWords[useFigure().language];
  return <EvidenceDetails name={says.all}>{({ largest }) => <Largest largest={largest} />}</EvidenceDetails>;
}

function Largest({ largest }: Pick<JobAnswers['evidence'], 'largest'>) {
  const { lab, plane, language } = useFigure();
  const says = sampleWords[language];
  const dataset = useLab((state) => state.dataset);
  if (dataset === null) return null;
  const select = ({ index, centre }: (typeof largest)[number]): void => {
    lab.selection.select(index);
    if (lab.frame !== null) holdInView(plane, ...centreOf(lab.frame, index, centre));
  };
  return (
    <ul aria-label={says.largest}>
      {largest
        .filter(({ index }) => index < dataset.n)
        .map((image) => {
          const { index, gap: lost } = image;
          return (
            <li key={index}>
              <button
                type="button"
                title={says.select(String(index), nats(lost))}
                aria-label={says.select(String(index), nats(lost))}
                onClick={() => select(image)}
              >
                <ImageTile image={() => imageOf(dataset, index)} />
                {nats(lost)}
              </button>
            </li>
          );
        })}
    </ul>
  );
}
