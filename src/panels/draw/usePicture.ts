import { type ClipboardEvent, type DragEvent, useState } from 'react';
import { drawWords } from '../../text/draw';
import { useFigure } from '../context';
import { hasFiles, TAKES } from '../files/zones';
import { pictureFault } from './pictureFault';

/** How a picture gets on the pad: chosen, dropped on its card, or pasted while the focus is in it. */
interface PictureDrop {
  take(file: File): Promise<void>;
  /** Whether one is being dragged over the card. */
  readonly isOver: boolean;
  /** What is to be said of it; null for nothing. */
  readonly says: string | null;
  /** Of the card. */
  readonly zone: object;
}

export function usePicture(): PictureDrop {
  const { lab, language } = useFigure();
  const says = drawWords[language];
  const [isOver, setOver] = useState(false);
  const [told, setTold] = useState<{ readonly reading: boolean; readonly error: Error | null } | null>(null);
  const take = async (file: File): Promise<void> => {
    setTold({ reading: true, error: null });
    try {
      await lab.pad.draw(file);
      setTold(null);
    } catch (error) {
      setTold({ reading: false, error: error as Error });
    }
  };
  return {
    take,
    isOver,
    says: told === null ? null : told.error === null ? says.reading : pictureFault(told.error, language),
    zone: {
      [TAKES]: '',
      onDragOver: (event: DragEvent) => {
        setOver(hasFiles(event));
        // Else the browser leaves the page for the file.
        if (hasFiles(event)) event.preventDefault();
      },
      onDragLeave: (event: DragEvent) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      },
      onDrop: (event: DragEvent) => {
        setOver(false);
        if (hasFiles(event)) event.preventDefault();
        const [file] = event.dataTransfer.files;
        if (file !== undefined) void take(file);
      },
      onPaste: (event: ClipboardEvent) => {
        const [file] = event.clipboardData.files;
        if (file !== undefined) void take(file);
      },
    },
  };
}
