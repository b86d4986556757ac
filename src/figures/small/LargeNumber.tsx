import { useLive } from '../../panels/useLive';
import { useMeasureLines } from '../../panels/useMeasureLines';
import type { LargeNumber as NumberName } from '../../state/figureSpec';
import { Completeness } from './Completeness';

interface LargeNumberProps {
  readonly of: NumberName;
}

/** The number that a figure is about, over all of the data, measured again and again, and a word on what it says. */
export function LargeNumber({ of }: LargeNumberProps) {
  return of === 'completeness' ? <Completeness /> : <Measured of={of} />;
}

function Measured({ of }: LargeNumberProps) {
  const { answer } = useLive('measure');
  const { name, value, says } = useMeasureLines(answer).find(({ key }) => key === of)!;
  return (
    <p className="large-number" data-step={answer?.step}>
      <span className="large-number-name">{name}</span> <output>{value}</output>
      <span className="fine">{says}</span>
    </p>
  );
}
