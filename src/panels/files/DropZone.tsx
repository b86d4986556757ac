import { type ReactNode, useRef } from 'react';
import { useDrawn, useFigure } from '../context';
import { Failure } from '../Failure';
import { fetchLate } from '../fetchLate';
import { useFetched } from '../useFetched';
import './files.css';

/** What marks the element of a lab that takes files; its value is the lab's id. */
export const ZONE = 'data-drop-zone';

const fetchTarget = () => fetchLate('dropTarget');

/** A figure that takes files dropped on it, from its first picture on. */
export function DropZone({ children }: { children: ReactNode }) {
  const { id, lab, words } = useFigure();
  const zone = useRef<HTMLDivElement>(null);
  const { part, failed, get } = useFetched(fetchTarget, useDrawn(lab));
  return (
    <div ref={zone} className="drop-zone" {...{ [ZONE]: id }}>
      {failed && <Failure says={words.failure.part} words={words} retry={get} />}
      {children}
      {part !== null && <part.default zone={zone} />}
    </div>
  );
}
