import { useFigure, useSelected } from '../../panels/context';
import { NONE } from '../../panels/numbers';
import { nats } from '../../panels/quantities';
import { useImageSurvey } from '../../panels/sample/useImageSurvey';
import { lateWords } from '../../text/late';
import { sampleWords } from '../../text/sample';
import { ShownNumber } from './ShownNumber';

/** How far the ELBO of the selected image is below ln p(x): the KL from its ellipse to its true posterior. */
export function GapNumber() {
  const { language } = useFigure();
  const says = sampleWords[language];
  const selected = useSelected();
  const surveyed = useImageSurvey();
  const answer = surveyed?.index === selected?.index ? surveyed : null;
  const gap = answer?.truth?.gap;
  return (
    <ShownNumber
      name={says.gapOf(selected === null ? '' : lateWords[language].image.name(String(selected.index)))}
      value={gap === undefined ? NONE : `${nats(gap)} ${says.nats}`}
      says={selected === null ? says.pick : says.says.gap}
      step={answer?.step}
    />
  );
}
