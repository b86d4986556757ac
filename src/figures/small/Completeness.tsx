import { useFigure } from '../../panels/context';
import { NONE, short } from '../../panels/numbers';
import { allPlausible } from '../../panels/questions/sentences';
import { useLive } from '../../panels/useLive';
import { questionWords } from '../../text/questions';

/**
 * How many of the codes that the prior draws decode to something plausible, large; and how far the image moves with its
 * code, for a step as long as the codes are spread: a unit is another length in every model.
 */
export function Completeness() {
  const says = questionWords[useFigure().language];
  const { answer } = useLive('questions');
  const movement = answer && (answer.continuity.inside ?? answer.continuity.outside);
  return (
    <div className="large-numbers" data-step={answer?.step}>
      <p className="large-number" data-part="completeness">
        <span className="large-number-name">{says.completenessName}</span>
        <output>{answer === null ? NONE : allPlausible(answer.plausibility)}</output>
        <span className="fine">{says.completenessOf}</span>
      </p>
      <p className="large-number" data-part="continuity">
        <span className="large-number-name">{says.continuityName}</span>
        <output>{movement === null ? NONE : short(movement.mean * answer!.spread)}</output>
        <span className="fine">{says.continuityOf}</span>
      </p>
    </div>
  );
}
