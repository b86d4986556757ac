import { useEffect, useRef } from 'react';
import { useFigure, usePad } from './context';
import './Draw.css';
import { latePart } from './lazyPart';

const Body = latePart('draw');

/** The pad to draw an image on; fetched when it is first opened. */
export function Draw() {
  return usePad(({ open }) => open) && <Body height="480px" place="draw" />;
}

/** What opens and closes it. */
export function DrawOpener() {
  const { lab, words } = useFigure();
  const open = usePad((state) => state.open);
  const button = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(open);
  useEffect(() => {
    // Who has put the pad away from within it goes on here.
    if (wasOpen.current && !open && document.activeElement === document.body) button.current!.focus();
    wasOpen.current = open;
  }, [open]);
  return (
    <button ref={button} type="button" className="draw-opener" aria-expanded={open} onClick={() => lab.pad.open(!open)}>
      {words.draw.title}
    </button>
  );
}
