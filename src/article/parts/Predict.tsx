import { type ReactNode, useEffect, useId } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { usePage } from '../../figures/context';
import { bringIntoView, driveFigure } from '../../figures/drive';
import type { Site } from '../../panels/context';
import { count } from '../../panels/numbers';
import type { FigureSpec } from '../../state/figureSpec';
import { onePer } from '../../state/onePer';
import { articleWords } from '../../text/article';
import { useScene } from '../scene';
import { specOf, type WishProps, wishOf } from './wish';

interface PredictProps extends Omit<WishProps, 'play' | 'layers' | 'image' | 'pins' | 'prior' | 'pad'> {
  readonly question: string;
  /** Two to four. */
  readonly answers: readonly string[];
  /** The one that the run shows, by its place. */
  readonly right: number;
  /** What the figure is set to. */
  readonly set: Readonly<Record<string, unknown>>;
  /** Adam steps after which what happened is said; 0 where the figure has none, or a sweep is the answer. */
  readonly steps: number;
  /** What happened. */
  readonly children: ReactNode;
}

/**
 * Asks what a figure will do before it does it: once the reader has answered, the figure begins anew with these settings,
 * and what happened is said when it has come so far.
 */
export function Predict(props: PredictProps) {
  return useScene().Figure === null ? <Unfolded {...props} /> : <Asked {...props} />;
}

/** Without scripts: the question, and what happened folded below it. */
function Unfolded({ question, answers, right, children }: PredictProps) {
  const { predict } = articleWords[useScene().language];
  return (
    <div className="predict">
      <p className="predict-question">{question}</p>
      <ul className="predict-answers">
        {answers.map((answer) => (
          <li key={answer}>{answer}</li>
        ))}
      </ul>
      <details>
        <summary className="fine">{predict.unfold}</summary>
        <p>{predict.otherwise(answers[right]!)}</p>
        {children}
      </details>
    </div>
  );
}

/** Whether the run that answers has begun, and what happened been said. */
type Stage = 'before' | 'begun' | 'told';

interface Answer {
  /** The place of what was expected. */
  readonly chosen: number | null;
  readonly stage: Stage;
}

/** What was answered about each figure of a page: the text of another language goes on from there. */
const answersOf = onePer((_: Site) =>
  onePer((_figure: FigureSpec) => createStore<Answer>(() => ({ chosen: null, stage: 'before' }))),
);

function Asked({ question, answers, right, set, steps, children, ...wish }: PredictProps) {
  const { site, still, words } = usePage();
  const { predict } = articleWords[useScene().language];
  const name = useId();
  const spec = specOf(wish.figure);
  const store = answersOf(site)(spec);
  const { chosen, stage } = useStore(store);
  const lab = site.labs.byId(wish.lab ?? spec.labs[0]?.id ?? '');

  useEffect(() => {
    if (stage !== 'begun' || lab === undefined) return;
    return lab.on('frame', ({ step }) => {
      if (step >= steps) store.setState({ stage: 'told' });
    });
  }, [stage, lab, steps, store]);

  const answer = async (place: number): Promise<void> => {
    store.setState({ chosen: place });
    bringIntoView(wish.figure, still);
    // A run that has gone on for long begins anew: what is asked is what becomes of the first steps. Until it has, frames
    // of the former run may come, which answer nothing.
    if (steps > 0 && lab?.frame != null && lab.frame.step > 0) await lab.reset();
    store.setState({ stage: steps === 0 ? 'told' : 'begun' });
    // What happens is told of the figure as the text has it, whatever the reader has made of it since.
    driveFigure(site, spec, { ...wishOf(wish, set), ...(steps > 0 && { anew: true, play: true }) });
  };
  return (
    <fieldset className="predict">
      <legend className="predict-question">{question}</legend>
      <div className="predict-answers">
        {answers.map((text, place) => (
          <label key={text} data-right={stage === 'told' && place === right ? '' : undefined}>
            <input
              type="radio"
              name={name}
              checked={chosen === place}
              disabled={chosen !== null && chosen !== place}
              onChange={() => void answer(place)}
            />
            {text}
          </label>
        ))}
      </div>
      <div aria-live="polite">
        {stage !== 'told' && <p className="fine">{chosen === null ? predict.ask : predict.running(count(steps))}</p>}
        {stage === 'told' && (
          <>
            <p>
              {predict.expected(answers[chosen!]!)}
              {words.space}
              {chosen === right ? predict.asExpected : predict.otherwise(answers[right]!)}
            </p>
            {children}
          </>
        )}
      </div>
    </fieldset>
  );
}
