import type { ReactNode } from 'react';
import { pressable } from './pressable';

interface IconButtonProps {
  readonly name: string;
  /** Whether it may not be pressed for now. */
  readonly disabled?: boolean;
  onClick(): void;
  readonly children: ReactNode;
}

/** A button that shows an icon and says its name. */
export function IconButton({ name, disabled = false, onClick, children }: IconButtonProps) {
  return (
    <button
      type="button"
      className="button button-icon"
      aria-label={name}
      title={name}
      {...pressable(!disabled, onClick)}
    >
      {children}
    </button>
  );
}
