import { latePart } from './lazyPart';
import './LossChart.css';

const Chart = latePart('loss', { from: 'drawn' });

/** The losses of the run so far; fetched after the picture, which is looked at first. */
export function LossChart() {
  return (
    <div className="loss">
      <Chart place="loss-place" />
    </div>
  );
}
