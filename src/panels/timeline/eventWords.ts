import { KEYS, type Settings, SPECS } from '../../state/settings';
import type { Words } from '../../text';
import type { TimelineWords } from '../../text/timeline';
import type { TimelineMark, TrainingSettings } from '../../worker/timelineProtocol';
import { CORNERS } from '../corners';
import { count, short } from '../numbers';

/** Letters that settings go by. */
const LETTERS: Partial<Record<keyof Settings, string>> = { beta: 'β', noiseScale: 'σ' };

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
  const changed = KEYS.filter((key) => before[key] !== after[key]);
  const text = (key: keyof Settings, value: unknown): string =>
    SPECS[key].kind === 'number' ? short(value as number) : (words.choices[key]?.[String(value)] ?? String(value));
  const corner = CORNERS.find(({ beta, noiseScale }) => beta === after.beta && noiseScale === after.noiseScale);
  const last = changed.findLast((key) => LETTERS[key] !== undefined);
  const parts = changed.map((key) => {
    const name = LETTERS[key] ?? words.settings[key] ?? key;
    const called = key === last && corner !== undefined ? says.called(words.controls.corners[corner.name]) : '';
    return says.changed(name, text(key, before[key]), text(key, after[key])) + called;
  });
  return parts.join(says.and);
}

const flat = ({ hyper, batchSize }: TrainingSettings): Partial<Settings> => ({ ...hyper, batchSize });
