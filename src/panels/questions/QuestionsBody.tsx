import { questionWords } from '../../text/questions';
import { useFigure, useFrameValue } from '../context';
import { count } from '../numbers';
import { useLive } from '../useLive';
import { useOutline } from '../useOutline';
import { Gaps } from './Gaps';
import { LayerButton } from './LayerButton';
import { Outliers } from './Outliers';
import './questions.css';
import { Regular } from './Regular';
import { regionSentences, shapeSentence } from './sentences';

/** The four questions about a code space and their answers, kept up while they are looked at. */
export default function QuestionsBody() {
  const { language } = useFigure();
  const says = questionWords[language];
  const named = useOutline();
  const answers = useLive('questions');
  const decoderAlone = useFrameValue((frame) => frame !== null && frame.mu.length === 0);
  if (answers === null) return <p className="fine questions-at">{decoderAlone ? says.none : says.waiting}</p>;
  return (
    <div className="questions-body" data-step={answers.step}>
      <p className="fine questions-at">{says.at(count(answers.step))}</p>
      <section>
        <h3>{says.asked.region}</h3>
        {regionSentences(answers, named, says).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <p>{shapeSentence(answers, named, says)}</p>
        <LayerButton layer="uncovered" />
      </section>
      <Gaps answers={answers} />
      <Outliers answers={answers} />
      <Regular answers={answers} />
    </div>
  );
}
