import { useLive } from '../../panels/useLive';
import { useMeasureLines } from '../../panels/useMeasureLines';
import type { LargeNumber as NumberName } from '../../state/figureSpec';
import { Completeness } from './Completeness';
import { GapNumber } from './GapNumber';
import { LossNumber } from './LossNumber';
import { ShownNumber } from './ShownNumber';

/** The number that a figure is about, found again and again, and a word on what it says. */
export function LargeNumber({ of }: { readonly of: NumberName }) {
  if (of === 'gap') return <GapNumber />;
  if (of === 'completeness') return <Completeness />;
  return of === 'loss' ? <LossNumber /> : <MeasuredNumber of={of} />;
}

/** One of the measures over all of the data. */
function MeasuredNumber({ of }: { readonly of: NumberName }) {
  const { answer } = useLive('measure');
  const { name, value, says } = useMeasureLines(answer).find(({ key }) => key === of)!;
  return <ShownNumber name={name} value={value} says={says} step={answer?.step} />;
}
