import { useFigure } from '../../panels/context';
import { NONE, short } from '../../panels/numbers';
import { allPlausible } from '../../panels/questions/sentences';
import { useLive } from '../../panels/useLive';
import { questionWords } from '../../text/questions';
import { ShownNumber } from './ShownNumber';

/**
 * How many of the codes that the prior draws decode to something plausible, large; and how far the image moves with its
 * code, for a step as long as the codes are spread: a unit is another length in every model.
 */
export function Completeness() {
  const says = questionWords[useFigure().language];
  const { answer } = useLive('questions');
  const movement = answer && (answer.continuity.inside ?? answer.continuity.outside);
  return (
    <div className="large-numbers">
      <ShownNumber
        part="completeness"
        name={says.completenessName}
        value={answer === null ? NONE : allPlausible(answer.plausibility)}
        says={says.completenessOf}
        step={answer?.step}
      />
      <ShownNumber
        part="continuity"
        name={says.continuityName}
        value={movement === null ? NONE : short(movement.mean * answer!.spread)}
        says={says.continuityOf}
        step={answer?.step}
      />
    </div>
  );
}
