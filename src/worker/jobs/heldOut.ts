import { totalTerms } from '../../model/trainer';
import type { JobAnswers } from '../jobProtocol';
import type { Moment } from './moment';
import type { Work } from './work';

/** The loss over the images that are held out. @throws RangeError where none are */
export function* heldOut(moment: Moment): Work<JobAnswers['heldOut']> {
  if (moment.shares.heldOut.length === 0) throw new RangeError('No images are held out: holdout is 0');
  return { ...moment.stamp, ...totalTerms(yield* moment.losses('heldOut'), moment.hyper.beta) };
}
