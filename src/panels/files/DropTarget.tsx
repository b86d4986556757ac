import { type RefObject, useEffect, useState } from 'react';
import { lateWords } from '../../text/late';
import { useFigure } from '../context';
import { ZONE } from './DropZone';
import { openFoldersInLab, openInLab } from './openInLab';
import { hasFiles, zoneOf } from './zones';

/**
 * Opens what is dropped on the zone of a figure. The whole page is listened to, because a browser leaves the page for a file
 * that nobody takes; of several zones each minds its own, and the first what is dropped beside them.
 */
export default function DropTarget({ zone }: { zone: RefObject<HTMLElement | null> }) {
  const { lab, language } = useFigure();
  const [over, setOver] = useState(false);
  useEffect(() => {
    const isMine = (event: DragEvent): boolean =>
      zoneOf(event.target as Node | null, document.querySelectorAll(`[${ZONE}]`)) === zone.current;
    const move = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(isMine(event));
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(false);
      if (!isMine(event)) return;
      const { items, files } = event.dataTransfer!;
      const entries = [...items].flatMap((item) => item.webkitGetAsEntry?.() ?? []);
      if (entries.some(({ isDirectory }) => isDirectory)) void openFoldersInLab(lab, entries);
      else void openInLab(lab, [...files]);
    };
    window.addEventListener('dragenter', move);
    window.addEventListener('dragover', move);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragenter', move);
      window.removeEventListener('dragover', move);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [lab, zone]);
  return over ? <div className="drop-over">{lateWords[language].controls.dropHere}</div> : null;
}
