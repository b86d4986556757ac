import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { createPortal } from 'react-dom';
import type { Language } from '../text';
import { lateWords } from '../text/late';
import './Dialog.css';
import { IconButton } from './IconButton';

interface DialogProps {
  readonly language: Language;
  readonly title: string;
  /** It has been closed, by its button, Escape, or a press beside it. */
  onClosed(): void;
  /** What is in it. @param close puts it away, and gives the focus back */
  children(close: () => void): ReactNode;
}

/** A dialog in front of the page, open while it is mounted. The focus returns to where it came from. */
export function Dialog({ language, title, onClosed, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const shown = dialog.current!;
    if (!shown.open) shown.showModal();
  }, []);
  const close = (): void => dialog.current!.close();
  // In the body: a figure's toolbar is no place for it, and what is dropped on it is not dropped on the figure.
  return createPortal(
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape does for keys what a press beside the dialog does for pointers
    <dialog
      className="dialog"
      ref={dialog}
      aria-labelledby={titleId}
      onClose={onClosed}
      onClick={(event) => {
        if (event.target === event.currentTarget) close();
      }}
    >
      <div className="dialog-sheet">
        <header className="dialog-head">
          <h2 id={titleId} tabIndex={-1}>
            {title}
          </h2>
          <IconButton name={lateWords[language].dialog.close} onClick={close}>
            <X aria-hidden="true" />
          </IconButton>
        </header>
        {children(close)}
      </div>
    </dialog>,
    document.body,
  );
}
