import { useState } from 'react';
import { useFigure } from './context';
import { latePart } from './lazyPart';

const Table = latePart('numbers');

/** What the panels show, as a table of numbers over all of the data; fetched and measured while it is open. */
export function Numbers() {
  const { words } = useFigure();
  const [open, setOpen] = useState(false);
  return (
    <details className="numbers" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.numbers}</summary>
      {open && <Table height="520px" />}
    </details>
  );
}
