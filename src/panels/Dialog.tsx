import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { createPortal } from 'react-dom';
import type { Language } from '../text';
import { lateWords } from '../text/late';
import './Dialog.css';
import { TAKES_FOR } from './files/zones';
import { IconButton } from './IconButton';

interface DialogProps {
  readonly language: Language;
  readonly title: string;
  /** The lab that what is dropped on it or pasted there is for, by its id; left out where it is the first of the page. */
  readonly takesFor?: string;
  /** It has been closed, by its button, Escape, or a press beside it. */
  onClosed(): void;
  /** What is in it. @param close puts it away, and gives the focus back */
  children(close: () => void): ReactNode;
}

/** A dialog in front of the page, open while it is mounted. The focus returns to where it came from. */
export function Dialog({ language, title, takesFor, onClosed, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  /** Whether the last press began beside the sheet: where text is marked beyond it, a click of the dialog follows. */
  const pressedBeside = useRef(false);
  const titleId = useId();
  useEffect(() => {
    const shown = dialog.current!;
    const from = document.activeElement;
    if (!shown.open) shown.showModal();
    return () => {
      // Where it is taken away without being closed the browser gives nothing back.
      const isLost = !shown.isConnected && (document.activeElement ?? document.body) === document.body;
      if (isLost && from instanceof HTMLElement) from.focus();
    };
  }, []);
  const close = (): void => dialog.current!.close();
  // In the body: a figure's toolbar is no place for it, and what is dropped on it is not dropped on the figure.
  return createPortal(
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape does for keys what a press beside the dialog does for pointers
    <dialog
      className="dialog"
      ref={dialog}
      {...{ [TAKES_FOR]: takesFor }}
      aria-labelledby={titleId}
      onClose={onClosed}
      onPointerDown={(event) => {
        pressedBeside.current = event.target === event.currentTarget;
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget && pressedBeside.current) close();
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
