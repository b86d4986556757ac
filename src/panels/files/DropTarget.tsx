import { type RefObject, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { lateWords } from '../../text/late';
import { useFigure } from '../context';
import { latePart } from '../lazyPart';
import { ZONE } from './DropZone';
import { filesOfEntries } from './entries';
import { inspected } from './inspected';
import { openInLab, tellOfImages } from './openInLab';
import { pastedOf } from './pasted';
import { hasFiles, zoneOf } from './zones';

const PreviewDialog = latePart('preview');

/**
 * Opens what is dropped on the zone of a figure, or pasted in it, and shows what is opened there. The whole page is
 * listened to, because a browser leaves the page for a file that nobody takes; of several zones each minds its own, as
 * `zoneOf` says.
 */
export default function DropTarget({ zone }: { zone: RefObject<HTMLElement | null> }) {
  const { lab, site, language } = useFigure();
  const [over, setOver] = useState(false);
  const isInspected = useStore(inspected, (files) => files?.lab === lab);
  useEffect(() => {
    const isMine = ({ target }: Event): boolean =>
      zoneOf(target instanceof Element ? target : null, [...document.querySelectorAll(`[${ZONE}]`)]) === zone.current;
    const open = (files: readonly File[]): Promise<void> => openInLab({ lab, site }, files);
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
      if (entries.some(({ isDirectory }) => isDirectory))
        filesOfEntries(entries).then(open, (error: Error) => tellOfImages(lab, error, null));
      else void open([...files]);
    };
    const paste = (event: ClipboardEvent): void => {
      // First: pictures are numbered as they are taken out of a paste.
      if (!isMine(event)) return;
      const files = pastedOf(event);
      if (files.length === 0) return;
      event.preventDefault();
      void open(files);
    };
    window.addEventListener('dragenter', move);
    window.addEventListener('dragover', move);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    window.addEventListener('paste', paste);
    return () => {
      window.removeEventListener('dragenter', move);
      window.removeEventListener('dragover', move);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
      window.removeEventListener('paste', paste);
    };
  }, [lab, site, zone]);
  return (
    <>
      {over && <div className="drop-over">{lateWords[language].controls.dropHere}</div>}
      {isInspected && <PreviewDialog />}
    </>
  );
}
