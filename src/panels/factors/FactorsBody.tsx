import { useState } from 'react';
import { factorWords } from '../../text/factors';
import { useFigure } from '../context';
import './factors.css';
import { FactorTable } from './FactorTable';

interface FactorsBodyProps {
  /** Whether it is open from the first. */
  readonly opened?: boolean;
}

/** The drawer of what the axes tell of the factors, kept up while it is open. */
export default function FactorsBody({ opened = false }: FactorsBodyProps) {
  const { language } = useFigure();
  const [open, setOpen] = useState(opened);
  return (
    <details className="factors" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{factorWords[language].title}</summary>
      {open && <FactorTable />}
    </details>
  );
}
