import { type ComponentType, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Staged } from '../state/staged';
import { useFigure } from './context';
import { closeOtherDrawers } from './drawers';
import { toPlane } from './toPlane';

interface StagedPanelProps {
  /** What it puts on the plane. */
  readonly what: keyof Staged;
  readonly title: string;
  readonly Body: ComponentType<{ readonly height?: string }>;
}

/**
 * A panel of something that is also on the plane, for as long as it is open; fetched when it is first opened. It opens
 * and closes as well when a script puts that on the plane, and takes it away. Where it stands while it is open, beside
 * the plane, is said in figure.css; as a drawer it takes the place of another.
 */
export function StagedPanel({ what, title, Body }: StagedPanelProps) {
  const { lab } = useFigure();
  const [open, setOpen] = useState(false);
  const details = useRef<HTMLDetailsElement>(null);
  const staged = useStore(lab.staged, (all) => all[what] !== null);
  useEffect(() => setOpen(staged), [staged]);
  useEffect(() => {
    if (!open) return;
    closeOtherDrawers(details.current!);
    toPlane(details.current!);
  }, [open]);
  return (
    <details ref={details} className="staged" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{title}</summary>
      {open && <Body height="260px" />}
    </details>
  );
}
