import { useFigure, useLab } from '../../panels/context';
import { NONE } from '../../panels/numbers';
import { nats } from '../../panels/quantities';
import { useLive } from '../../panels/useLive';
import { useUnits } from '../../panels/useUnits';
import { lateWords } from '../../text/late';
import { ShownNumber } from './ShownNumber';

/** The loss of the images that are trained on, and its two terms. */
export function LossNumber() {
  const { loss } = lateWords[useFigure().language];
  const isInNats = useUnits().total;
  const beta = useLab((state) => state.settings.beta);
  const { answer } = useLive('measure');
  const terms = answer === null ? null : [answer.training.reconstruction, beta * answer.training.regulariser];
  const said = terms === null ? [NONE, NONE] : terms.map(nats);
  return (
    <ShownNumber
      name={isInNats ? loss.titleInNats : loss.title}
      value={terms === null ? NONE : nats(terms[0]! + terms[1]!)}
      says={`${loss.total} = ${said.join(' + ')}`}
      step={answer?.step}
    />
  );
}
