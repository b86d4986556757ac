import type { SlowWords } from '../../text/slowMotion';
import { PULLERS } from './pulls';

/** Which colour is which pull. */
export function SlowLegend({ says }: { readonly says: SlowWords }) {
  return (
    <p className="legend">
      {PULLERS.map((of) => (
        <span key={of} className={`key key-${of}`}>
          {says.pullers[of]}
        </span>
      ))}
    </p>
  );
}
