import { useEffect, useRef } from 'react';
import { lateWords } from '../text/late';
import { useFigure, usePad } from './context';

/** What opens and closes the pad to draw on. */
export default function DrawOpener() {
  const { lab, language } = useFigure();
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
      {lateWords[language].draw.title}
    </button>
  );
}
