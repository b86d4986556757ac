import { type QuestionWords, questionWords } from '../../text/questions';
import { useFigure, useHasCodes, useLab } from '../context';
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
  const { language, words } = useFigure();
  const says = questionWords[language];
  const named = useOutline();
  const { answer: answers, lack } = useLive('questions');
  const hasCodes = useHasCodes();
  const isSingle = useLab(({ dataset }) => dataset?.n === 1);
  if (answers === null) {
    const why = lack === 'missing' ? words.failure.part : whyRefused(hasCodes, isSingle, says);
    return <p className="fine questions-at">{lack === null ? says.waiting : why}</p>;
  }
  return (
    <div className="questions-body" data-step={answers.step}>
      <p className="fine questions-at">
        {says.at(count(answers.step))}
        {answers.latent > 2 && words.space + says.axes(count(answers.latent))}
      </p>
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

/** Why the worker refuses to answer: it asks neither of no codes nor of a single one, nor of such as are no numbers. */
function whyRefused(hasCodes: boolean, isSingle: boolean, says: QuestionWords): string {
  if (isSingle) return says.single;
  return hasCodes ? says.notNumbers : says.none;
}
