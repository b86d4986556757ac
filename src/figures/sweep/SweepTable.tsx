import { useState } from 'react';
import { count, NONE, percent } from '../../panels/numbers';
import { nats } from '../../panels/quantities';
import '../../panels/table.css';
import type { Sweep } from '../../state/sweep';
import { sweepWords } from '../../text/sweep';
import { usePage } from '../context';
import { useNameOf } from './useNameOf';
import { usePacedState } from './usePacedState';

/** The points of the curve as numbers. */
export function SweepTable({ sweep }: { sweep: Sweep }) {
  const { language } = usePage();
  const [open, setOpen] = useState(false);
  return (
    <details className="sweep-table" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{sweepWords[language].table}</summary>
      {open && <Rows sweep={sweep} />}
    </details>
  );
}

const COLUMNS = ['step', 'r', 'k', 'rHeldOut', 'kHeldOut', 'covered'] as const;

function Rows({ sweep }: { sweep: Sweep }) {
  const { language } = usePage();
  const says = sweepWords[language];
  const nameOf = useNameOf(sweep);
  usePacedState(sweep, 'points');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: where it is wider than the screen it is scrolled by keys
    <section className="sweep-rows" tabIndex={0} aria-label={says.chart}>
      <table className="number-table">
        <thead>
          <tr>
            <th scope="col">{says.columns.model}</th>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {says.columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sweep.models.map((model) => {
            const last = model.trail.at(-1);
            const held = last?.heldOut ?? null;
            const number = (value: number | undefined): string => (value === undefined ? NONE : nats(value));
            return (
              <tr key={model.id}>
                <th scope="row">{nameOf(model)}</th>
                <td>{last === undefined ? NONE : count(last.step)}</td>
                <td>{number(last?.training.reconstruction)}</td>
                <td>{number(last?.training.regulariser)}</td>
                <td>{number(held?.reconstruction)}</td>
                <td>{number(held?.regulariser)}</td>
                <td>{model.lab.frame === null ? NONE : percent(model.lab.frame.circleCoverage)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
