import type { Share } from '../../math/holdout';
import type { ShareTerms } from '../jobAnswers';
import type { JobAnswers } from '../jobProtocol';
import type { Moment } from './moment';
import type { Work } from './work';

/** R and K over what is trained on and over what is held out. */
export function* losses(moment: Moment): Work<JobAnswers['losses']> {
  const training = yield* termsOf(moment, 'training');
  const heldOut = moment.shares.heldOut.length === 0 ? null : yield* termsOf(moment, 'heldOut');
  return { ...moment.stamp, training, heldOut };
}

function* termsOf(moment: Moment, share: Share): Work<ShareTerms> {
  const { reconstruction, regulariser } = yield* moment.losses(share);
  return { reconstruction, regulariser };
}
