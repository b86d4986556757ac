import { X } from 'lucide-react';
import { type KeyboardEvent, useCallback, useEffect, useRef } from 'react';
import type { Drawing } from '../../state/drawing';
import { drawWords } from '../../text/draw';
import { lateWords } from '../../text/late';
import { useFigure, useHasCodes, useLab, usePad } from '../context';
import { Failure } from '../Failure';
import { IconButton } from '../IconButton';
import { type Fetched, useFetched } from '../useFetched';
import { DrawNumbers } from './DrawNumbers';
import '../card.css';
import './draw.css';
import { NoiseControls } from './NoiseControls';
import { PadSurface } from './PadSurface';
import { Placing } from './Placing';
import { SeenImages } from './SeenImages';
import { Toolbar } from './Toolbar';
import { usePicture } from './usePicture';

interface DrawBodyProps {
  /** Whether it is open from the first: then it cannot be put away, and takes nobody to it. */
  readonly opened?: boolean;
}

/** The pad with its tools, and what the model says of what is drawn. */
export default function DrawBody({ opened = false }: DrawBodyProps) {
  const { lab, words, language } = useFigure();
  const says = drawWords[language];
  const { title } = lateWords[language].draw;
  const { part: drawing, failed, get } = useDrawing();
  const card = useRef<HTMLElement>(null);
  const isMissing = usePad((state) => state.drawing?.isMissing === true);
  const hasCodes = useHasCodes();
  const picture = usePicture();
  const isReady = drawing !== null;
  useEffect(() => {
    if (!isReady || opened) return;
    // Of a card that is higher than the window its head, with the pad.
    const isHigh = card.current!.offsetHeight > innerHeight;
    card.current!.scrollIntoView({ block: isHigh ? 'start' : 'nearest' });
    // Who has opened it goes on here; a script takes nobody's place.
    if (document.activeElement?.closest('.draw-opener, .sample'))
      card.current!.querySelector<HTMLElement>('.draw-pad')!.focus({ preventScroll: true });
  }, [isReady, opened]);
  if (failed) return <Failure says={words.failure.part} words={words} retry={get} />;
  if (drawing === null) return null;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !opened) lab.pad.open(false);
    else if (event.key === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey) drawing.undo();
    else return;
    event.preventDefault();
  };
  return (
    <section className="card draw" ref={card} aria-label={title} onKeyDown={onKeyDown} {...picture.zone}>
      <header className="card-head">
        <h2>{title}</h2>
        {!opened && (
          <IconButton name={says.close} onClick={() => lab.pad.open(false)}>
            <X aria-hidden="true" />
          </IconButton>
        )}
      </header>
      <Toolbar drawing={drawing} choose={picture.take} />
      <div className="draw-images">
        <PadSurface drawing={drawing} isOver={picture.isOver} />
        <SeenImages />
      </div>
      {picture.says !== null && (
        <p className="fine draw-says" role="status">
          {picture.says}
        </p>
      )}
      {isMissing && <Failure says={words.failure.part} words={words} retry={() => drawing.retry()} />}
      {hasCodes ? <DrawNumbers /> : <p className="fine">{says.noCodes}</p>}
      <NoiseControls drawing={drawing} />
      <Placing drawing={drawing} />
      <p className="fine">{says.stays}</p>
    </section>
  );
}

/** What is on the pad, once there are images to draw like. */
function useDrawing(): Fetched<Drawing> {
  const { lab } = useFigure();
  const hasImages = useLab((state) => state.dataset !== null);
  return useFetched(
    useCallback(() => lab.pad.drawing(), [lab]),
    hasImages,
  );
}
