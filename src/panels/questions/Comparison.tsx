import { type Compared, questionWords } from '../../text/questions';
import type { QuestionNumbers } from '../../worker/jobAnswers';
import { useFigure } from '../context';
import { count, short } from '../numbers';
import '../table.css';
import { comparedNumbers } from './sentences';

const ROWS: readonly Compared[] = [
  'shape',
  'circle',
  'prior',
  'together',
  'inGaps',
  'plausible',
  'completeness',
  'continuity',
  'outliers',
];

interface ComparisonProps {
  readonly before: QuestionNumbers;
  readonly now: QuestionNumbers;
  forget(): void;
}

/** The answers of an earlier moment beside those of now. */
export function Comparison({ before, now, forget }: ComparisonProps) {
  const says = questionWords[useFigure().language];
  const [then, here] = [comparedNumbers(before, says), comparedNumbers(now, says)];
  const moment = ({ step, beta, noiseScale }: QuestionNumbers) =>
    [count(step), short(beta), short(noiseScale)] as const;
  return (
    <div className="comparison">
      <table className="number-table">
        <caption>{says.comparison}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="hidden">{says.what}</span>
            </th>
            <th scope="col">{says.before(...moment(before))}</th>
            <th scope="col">{says.now(...moment(now))}</th>
          </tr>
        </thead>
        <tbody>
          {ROWS.map((row) => (
            <tr key={row}>
              <th scope="row">{row === 'circle' && now.latent === 1 ? says.interval : says.rows[row]}</th>
              <td>{then[row]}</td>
              <td>{here[row]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <button type="button" className="button button-quiet" onClick={forget}>
        {says.forget}
      </button>
    </div>
  );
}
