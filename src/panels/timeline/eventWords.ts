import { KEYS } from '../../state/settings';
import type { Words } from '../../text';
import { padWords } from '../../text/pad';
import { settingWords } from '../../text/settings';
import type { TimelineWords } from '../../text/timeline';
import type { TimelineMark, TrainingSettings } from '../../worker/timelineProtocol';
import { CORNERS } from '../corners';
import { count, short } from '../numbers';
import { settingName } from '../settingName';

/** A setting of the training. */
type TrainedKey = keyof TrainingSettings['hyper'] | 'batchSize';

/** Settings that are numbers alone, and have no names of choices. */
const isLetter = (key: TrainedKey): key is 'beta' | 'noiseScale' => key === 'beta' || key === 'noiseScale';

/** What happened, in words. */
export function eventWords(mark: TimelineMark, words: Words, says: TimelineWords): string {
  switch (mark.kind) {
    case 'settings':
      return settingsWords(mark.from, mark.to, words, says);
    case 'engine': {
      const name = words.engine.names[mark.to] ?? mark.to;
      return mark.lost ? says.engineLost(name) : says.engine(name);
    }
    case 'diverged':
      return says.diverged(count(mark.at));
    default:
      return says[mark.kind];
  }
}

/** Everything that was set, and what model β and σ then make together. */
function settingsWords(from: TrainingSettings, to: TrainingSettings, words: Words, says: TimelineWords): string {
  const [before, after] = [flat(from), flat(to)];
  const { choices } = settingWords[words.code];
  const changed = KEYS.filter(
    (key): key is TrainedKey => key in before && before[key as TrainedKey] !== after[key as TrainedKey],
  );
  const text = (key: TrainedKey, value: string | number): string =>
    typeof value === 'number' || isLetter(key) ? short(Number(value)) : (choices[key]?.[value] ?? value);
  const corner = CORNERS.find(({ beta, noiseScale }) => beta === after.beta && noiseScale === after.noiseScale);
  const last = changed.findLast(isLetter);
  const parts = changed.map((key) => {
    const called = key === last && corner !== undefined ? says.called(padWords[words.code].corners[corner.name]) : '';
    return says.changed(settingName(key, words), text(key, before[key]), text(key, after[key])) + called;
  });
  return parts.join(says.and);
}

const flat = ({ hyper, batchSize }: TrainingSettings): Readonly<Record<TrainedKey, string | number>> => ({
  ...hyper,
  batchSize,
});
