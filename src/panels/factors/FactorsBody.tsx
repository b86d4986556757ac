import { useState } from 'react';
import { factorWords } from '../../text/factors';
import { useFigure, useOpened } from '../context';
import './factors.css';
import { FactorTable } from './FactorTable';

/** The drawer of what the axes tell of the factors, kept up while it is open. */
export default function FactorsBody() {
  const { language } = useFigure();
  const [open, setOpen] = useState(useOpened('factors'));
  return (
    <details className="factors" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{factorWords[language].title}</summary>
      {open && <FactorTable />}
    </details>
  );
}
