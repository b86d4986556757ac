import { useEffect, useId, useRef, useState } from 'react';
import { shareWords } from '../../text/share';
import { useFigure } from '../context';
import { Failure } from '../Failure';
import { useSize } from '../useSize';

interface EmbedPreviewProps {
  /** Of the frame. */
  readonly address: string;
  /** CSS pixels; null for as wide as there is room. */
  readonly width: number | null;
  readonly height: number;
  /** Called with the height that the frame asks for. */
  tell(height: number): void;
}

/** At most this high, whatever a frame says. */
const HIGHEST = 6000;

/** The frame as it will be, made smaller where there is no room for it. */
export function EmbedPreview({ address, width, height, tell }: EmbedPreviewProps) {
  const { words, language } = useFigure();
  const says = shareWords[language];
  const titleId = useId();
  const place = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  const { width: room } = useSize(place);
  const [failed, setFailed] = useState(false);
  const [tries, setTries] = useState(0);

  useEffect(() => {
    const hear = ({ source, data }: MessageEvent): void => {
      const asked = source === frame.current?.contentWindow ? heightOf(data) : null;
      if (asked === null) return;
      setFailed(false);
      tell(asked);
    };
    addEventListener('message', hear);
    return () => removeEventListener('message', hear);
  }, [tell]);
  // What another address failed with is no longer of interest.
  useEffect(() => setFailed(false), [address, tries]);

  const wide = width ?? room;
  const share = room > 0 ? Math.min(1, room / wide) : 1;
  return (
    <section className="embed-preview" aria-labelledby={titleId}>
      <h3 id={titleId}>{says.preview}</h3>
      {failed && <Failure says={words.failure.part} words={words} retry={() => setTries(tries + 1)} />}
      <div ref={place} style={{ height: failed ? 0 : share * height }}>
        {room > 0 && (
          <iframe
            // An address that differs after the # alone would not be loaded anew, and what it is silent of would stay.
            key={`${tries} ${address}`}
            ref={frame}
            src={address}
            title={says.preview}
            style={{ width: wide, height, transform: `scale(${share})` }}
            onLoad={(event) => setFailed(!isFigure(event.currentTarget))}
          />
        )}
      </div>
    </section>
  );
}

/** Whether a frame holds a page of this site, as far as that can be seen before it says so itself. */
const isFigure = (frame: HTMLIFrameElement): boolean => frame.contentDocument?.querySelector('#root') != null;

/** The height in a frame's message; null for another message. */
function heightOf(data: unknown): number | null {
  const { vaeGeometry, type, height } = (data ?? {}) as Readonly<Record<string, unknown>>;
  if (vaeGeometry !== 1 || type !== 'size' || typeof height !== 'number' || !(height > 0)) return null;
  return Math.min(HIGHEST, Math.ceil(height));
}
