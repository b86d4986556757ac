import { latePart } from './lazyPart';

const Body = latePart('timeline', { from: 'drawn' });

/** The moments of the training, to be shown again and gone on from. */
export function Timeline() {
  return <Body place="timeline" />;
}
