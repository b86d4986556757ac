import { useMemo } from 'react';
import { questionWords } from '../../text/questions';
import type { QuestionNumbers } from '../../worker/jobAnswers';
import { row } from '../axisText';
import { useFigure, useLab } from '../context';
import { ImageTile } from '../ImageTile';
import { count } from '../numbers';
import { coordinate } from '../quantities';
import { useDecoded } from '../useDecoded';
import { useOutline } from '../useOutline';
import { holdInView } from './holdInView';
import { LayerButton } from './LayerButton';
import { gapSentence } from './sentences';

/** What lies between the ellipses: how much of it is plausible, and where it is not, with its decodes. */
export function Gaps({ answers }: { answers: QuestionNumbers }) {
  const { lab, words, language, plane } = useFigure();
  const says = questionWords[language];
  const named = useOutline();
  const n = useLab(({ dataset }) => dataset?.n ?? 0);
  const { gaps, compared } = answers.plausibility;
  const decoded = useDecoded(
    useMemo(() => Float32Array.from(gaps.flatMap(({ code }) => code)), [gaps]),
    { latent: answers.latent },
  );
  const { half } = plane.current;
  return (
    <section>
      <h3>{says.asked.gaps}</h3>
      <p>{gapSentence(answers, named, says)}</p>
      <p className="fine">
        {says.plausible}
        {compared < n && words.space + says.compared(count(compared), count(n))}
      </p>
      {gaps.length > 0 && (
        <>
          <p className="fine">{says.gapList}</p>
          <ol className="question-tiles gap-tiles">
            {gaps.map(({ x, y, code }, i) => {
              const name = says.gap(String(i + 1), row(code.map((value) => coordinate(value, half))));
              return (
                <li key={i}>
                  <button
                    type="button"
                    aria-label={name}
                    title={name}
                    onClick={() => {
                      lab.pins.add(x, y, undefined, code);
                      holdInView(plane, x, y);
                    }}
                  >
                    <ImageTile image={(frame) => decoded(frame, i)} />
                    <span aria-hidden="true">{i + 1}</span>
                  </button>
                </li>
              );
            })}
          </ol>
          <LayerButton layer="gaps" />
        </>
      )}
    </section>
  );
}
