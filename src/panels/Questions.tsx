import { useState } from 'react';
import { useFigure } from './context';
import { latePart } from './lazyPart';

const Body = latePart('questions');

/** The four questions about a code space; fetched and answered while it is open. */
export function Questions() {
  const { words } = useFigure();
  const [open, setOpen] = useState(false);
  return (
    <details className="questions" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.questions.title}</summary>
      {open && <Body height="420px" />}
    </details>
  );
}
