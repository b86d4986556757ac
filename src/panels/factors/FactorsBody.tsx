import { useState } from 'react';
import { factorWords } from '../../text/factors';
import { useFigure } from '../context';
import './factors.css';
import { FactorTable } from './FactorTable';

/** The drawer of what the axes tell of the factors, kept up while it is open. */
export default function FactorsBody() {
  const { language } = useFigure();
  const [open, setOpen] = useState(false);
  return (
    <details className="factors" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{factorWords[language].title}</summary>
      {open && <FactorTable />}
    </details>
  );
}
