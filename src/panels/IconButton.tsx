import type { ReactNode } from 'react';

interface IconButtonProps {
  readonly name: string;
  readonly disabled?: boolean;
  onClick(): void;
  readonly children: ReactNode;
}

/** A button that shows an icon and says its name. */
export function IconButton({ name, disabled, onClick, children }: IconButtonProps) {
  return (
    <button
      type="button"
      className="button button-icon"
      aria-label={name}
      title={name}
      disabled={disabled}
      onClick={onClick}
    >
      {children}
    </button>
  );
}
