import { imageOf } from '../../math/imageOf';
import { questionWords } from '../../text/questions';
import type { QuestionNumbers } from '../../worker/jobAnswers';
import { centreOf } from '../centreOf';
import { useFigure, useLab, useSelected } from '../context';
import { ImageTile } from '../ImageTile';
import { short } from '../numbers';
import { holdInView } from './holdInView';
import { LayerButton } from './LayerButton';
import { outlierSentence } from './sentences';

/** Of those that are listed, so many are shown. */
const SHOWN = 12;

/** The codes that are far from the others, with their images. */
export function Outliers({ answers }: { answers: QuestionNumbers }) {
  const { lab, plane, language } = useFigure();
  const says = questionWords[language];
  const dataset = useLab((state) => state.dataset);
  const selected = useSelected();
  if (dataset === null) return null;
  const { outliers, outlierCodes } = answers;
  const listed = outliers.listed
    .map((outlier, k) => ({ ...outlier, code: [outlierCodes[2 * k]!, outlierCodes[2 * k + 1]!] as const }))
    .filter(({ index }) => index < dataset.n)
    .slice(0, SHOWN);
  const select = ({ index, code }: (typeof listed)[number]): void => {
    lab.selection.select(index);
    if (lab.frame !== null) holdInView(plane, ...centreOf(lab.frame, index, code));
  };
  return (
    <section>
      <h3>{says.asked.outliers}</h3>
      <p>{outlierSentence(answers, dataset.n, says)}</p>
      {listed.length > 0 && (
        <>
          <p className="fine">{says.outlierList}</p>
          <ol className="question-tiles outlier-tiles">
            {listed.map((outlier) => {
              const { index, radius, isolation } = outlier;
              return (
                <li key={index}>
                  <button
                    type="button"
                    aria-label={says.outlier(String(index), short(radius), short(isolation))}
                    aria-pressed={selected?.index === index}
                    onClick={() => select(outlier)}
                  >
                    <ImageTile image={() => imageOf(dataset, index)} />
                  </button>
                </li>
              );
            })}
          </ol>
          <LayerButton layer="outliers" />
        </>
      )}
    </section>
  );
}
