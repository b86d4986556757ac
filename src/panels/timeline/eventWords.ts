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

/** Everything that was set, and what β and σ then make together. */
function settingsWords(from: TrainingSettings, to: TrainingSettings, words: Words, says: TimelineWords): string {
  const [before, after] = [flat(from), flat(to)];
  const changed = KEYS.filter((key) => before[key] !== after[key]);
  const text = (key: keyof Settings, value: unknown): string =>
    SPECS[key].kind === 'number' ? short(value as number) : (words.choices[key]?.[String(value)] ?? String(value));
  const parts = changed.map((key) =>
    says.changed(LETTERS[key] ?? words.settings[key] ?? key, text(key, before[key]), text(key, after[key])),
  );
  const moved = changed.includes('beta') || changed.includes('noiseScale');
  const corner = CORNERS.find(({ beta, noiseScale }) => beta === after.beta && noiseScale === after.noiseScale);
  const called = moved && corner !== undefined ? says.called(words.controls.corners[corner.name]) : '';
  return parts.join(says.and) + called;
}

const flat = ({ hyper, batchSize }: TrainingSettings): Partial<Settings> => ({ ...hyper, batchSize });
