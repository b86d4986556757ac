import { useEffect, useState } from 'react';
import type { Measures } from '../worker/protocol';
import { useFigure, useLab } from './context';
import { nats, percent, short } from './numbers';

/** Ms between two measurements while the table is open: each takes the worker some tens of ms. */
const PACE = 1000;

const ROWS = {
  reconstruction: 'nats',
  kl: 'nats',
  mutualInformation: 'nats',
  aggregateKl: 'nats',
  elbo: 'nats',
  coverage1: 'share',
  coverage2: 'share',
  activeAxes: 'number',
  meanSigma: 'number',
  spread: 'number',
} as const satisfies Partial<Record<keyof Measures, 'nats' | 'share' | 'number'>>;

/** What the panels show, as a table of numbers over all of the data; measured while it is open. */
export function Numbers() {
  const { lab, words } = useFigure();
  const [open, setOpen] = useState(false);
  const [measures, setMeasures] = useState<Measures | null>(null);
  const ready = useLab((state) => state.run !== null);

  useEffect(() => {
    if (!open || !ready) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let ended = false;
    const measure = async (): Promise<void> => {
      const next = await lab.measure().catch(() => null);
      if (ended) return;
      if (next !== null) setMeasures(next);
      timer = setTimeout(() => void measure(), PACE);
    };
    void measure();
    return () => {
      ended = true;
      clearTimeout(timer);
    };
  }, [lab, open, ready]);

  const text = (key: keyof typeof ROWS): string => {
    if (measures === null) return '–';
    const value = measures[key];
    if (ROWS[key] === 'nats') return `${nats(value)} ${words.numbers.nats}`;
    return ROWS[key] === 'share' ? percent(value) : short(value);
  };
  return (
    <details className="numbers" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.numbers.title}</summary>
      <table>
        <caption>{words.numbers.caption}</caption>
        <thead className="hidden">
          <tr>
            <th scope="col">{words.numbers.name}</th>
            <th scope="col">{words.numbers.value}</th>
          </tr>
        </thead>
        <tbody>
          {(Object.keys(ROWS) as (keyof typeof ROWS)[]).map((key) => (
            <tr key={key}>
              <th scope="row">{words.numbers.rows[key]}</th>
              <td>{text(key)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
