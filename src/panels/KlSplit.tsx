import type { Measures } from '../worker/jobAnswers';

/** The two parts of the KL on the plane as a bar; none where they are infinite. The numbers beside it say the same. */
export function KlSplit({ measures: { planeKl, mutualInformation, aggregateKl } }: { measures: Measures }) {
  if (!Number.isFinite(planeKl) || planeKl <= 0) return null;
  const width = (part: number): string => `${Math.min(100, Math.max(0, (100 * part) / planeKl))}%`;
  return (
    <span className="kl-split" aria-hidden="true">
      <span className="kl-own" style={{ width: width(mutualInformation) }} />
      <span className="kl-together" style={{ width: width(aggregateKl) }} />
    </span>
  );
}
