import { useState } from 'react';
import { useFigure } from '../../panels/context';
import { lazyPart } from '../../panels/lazyPart';
import type { Lab } from '../../state/lab';

const Table = lazyPart(() => import('./PairNumbersTable'));

/** The numbers of two models side by side; fetched and measured while it is open. */
export function PairNumbers({ labs }: { labs: readonly [left: Lab, right: Lab] }) {
  const { words } = useFigure();
  const [open, setOpen] = useState(false);
  return (
    <details className="numbers" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.numbers}</summary>
      {open && <Table labs={labs} height="420px" />}
    </details>
  );
}
