import { count } from '../../panels/numbers';
import { nats } from '../../panels/quantities';
import type { SweepPoint } from '../../state/sweep';
import type { SweepWords } from '../../text/sweep';
import type { ShareTerms } from '../../worker/jobAnswers';

const terms = ({ reconstruction, regulariser }: ShareTerms) => ({ r: nats(reconstruction), k: nats(regulariser) });

/** A point of the curve in words; the name alone of a model that has none yet. */
export const pointText = (name: string, point: SweepPoint | undefined, says: SweepWords): string =>
  point === undefined
    ? name
    : says.point(name, count(point.step), terms(point.training), point.heldOut && terms(point.heldOut));
