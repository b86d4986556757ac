import { useEffect, useId, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { imageOf } from '../../../math/imageOf';
import { placeText } from '../../../panels/axisText';
import { useFigure, useHasCodes, useLab, usePictureKey, usePins } from '../../../panels/context';
import { ImageTile } from '../../../panels/ImageTile';
import { percent } from '../../../panels/numbers';
import { nats } from '../../../panels/quantities';
import { usePacedFrames } from '../../../panels/usePaced';
import { blendWords } from '../../../text/blend';
import type { Frame } from '../../../worker/frameProtocol';
import './blend.css';
import { type Mixed, mixedAt } from './mixed';

/** Ms between two drawings while training goes on. */
const PACE = 100;

/** Images in equal parts up to which a place is said to be of one. */
const ONE = 1.05;

const NONE = new Uint32Array(0);

type Place = readonly [x: number, y: number];

/** What a frame has of a place. */
interface Seen {
  readonly step: number;
  readonly place: Place;
  readonly decoded: Float32Array;
  /** null where no sample can be there. */
  readonly mixed: Mixed | null;
  /** Whether samples are spread at all. */
  readonly isWide: boolean;
}

/** The decode of the place under the pointer, the mean of the images that share it, and the largest of their shares. */
export default function Blend() {
  const { lab, language, plane } = useFigure();
  const says = blendWords[language];
  const see = useSeeing();
  const [seen, setSeen] = useState<Seen | null>(null);
  usePacedFrames(PACE, (frame) => setSeen((before) => see(frame) ?? before), [see]);
  const titleId = useId();
  if (!useHasCodes()) return null;
  return (
    <section className="blend" aria-labelledby={titleId} data-part="blend" data-step={seen?.step}>
      <header className="panel-head">
        <h2 id={titleId}>{says.title}</h2>
        {seen !== null && <span className="fine">{says.at(placeText(lab.frame, seen.place, plane.current.half))}</span>}
      </header>
      <div className="blend-pair">
        <figure>
          <ImageTile label={says.decoded} pace={PACE} image={(frame) => see(frame)?.decoded ?? null} />
          <figcaption>{says.decoded}</figcaption>
        </figure>
        <figure data-lacks={seen?.mixed == null}>
          <ImageTile label={says.mixed} pace={PACE} image={(frame) => see(frame)?.mixed?.mean ?? null} />
          <figcaption>{says.mixed}</figcaption>
        </figure>
      </div>
      {seen === null ? <SharesPlace /> : <Shares {...seen} />}
      <p className="fine">{says.hint}</p>
    </section>
  );
}

/** As high as what is said of the images that share the place, before a frame has told which. */
function SharesPlace() {
  const says = blendWords[useFigure().language];
  return (
    <>
      <p className="blend-says" data-lacks="true">
        {says.shared('10.0')}
      </p>
      <div className="blend-shares" />
    </>
  );
}

/** Which images share the place, and how many there are. */
function Shares({ mixed, isWide }: Pick<Seen, 'mixed' | 'isWide'>) {
  const { lab, language } = useFigure();
  const says = blendWords[language];
  const dataset = useLab((state) => state.dataset);
  if (mixed === null || dataset === null) return <p className="blend-says">{isWide ? says.nobody : says.points}</p>;
  return (
    <>
      <p className="blend-says">{mixed.images <= ONE ? says.alone : says.shared(nats(mixed.images))}</p>
      <ol className="blend-shares" aria-label={says.shares}>
        {mixed.largest.map(({ index, share }, place) => {
          const name = says.share(String(index), percent(share));
          return (
            // The images change in their places while it trains: nothing moves.
            <li key={place}>
              <button type="button" aria-label={name} title={name} onClick={() => lab.selection.select(index)}>
                <ImageTile image={() => (index < dataset.n ? imageOf(dataset, index) : null)} />
              </button>
              <span aria-hidden="true">{percent(share)}</span>
            </li>
          );
        })}
      </ol>
    </>
  );
}

/** The place that was pointed at, or pinned, last: at first the middle. */
function usePlace(): Place {
  const { pointer } = useFigure();
  const pointed = useStore(pointer.store);
  const pin = usePins().at(-1);
  const [place, setPlace] = useState<Place>([0, 0]);
  useEffect(() => {
    if (pin !== undefined) setPlace([pin.x, pin.y]);
  }, [pin?.x, pin?.y]);
  useEffect(() => {
    if (pointed !== null) setPlace([pointed.x, pointed.y]);
  }, [pointed]);
  return place;
}

/** What finds the place in a frame that answers for it, with all that is of its moment; null in others. */
function useSeeing(): (frame: Frame) => Seen | null {
  const { lab } = useFigure();
  const place = usePlace();
  const heldOut = useLab(({ run }) => run?.heldOut);
  const { key, ask } = usePictureKey();
  useEffect(() => ask({ kind: 'decode', points: Float32Array.from(place) }), [ask, place]);
  return useMemo(() => {
    const known = new WeakMap<Frame, Seen>();
    return (frame) => {
      const before = known.get(frame);
      if (before !== undefined) return before;
      const { dataset } = lab;
      const asked = frame.view.requests[key];
      const decoded = frame.pictures[key];
      if (dataset === null || asked?.kind !== 'decode' || decoded?.length !== dataset.width * dataset.height)
        return null;
      const at = [asked.points[0]!, asked.points[1]!] as const;
      const { step, noiseScale, plane } = frame;
      const mixed = mixedAt(frame, dataset, heldOut ?? NONE, at);
      const seen = { step, place: at, decoded, mixed, isWide: noiseScale > 0 && plane.family !== 'point' };
      known.set(frame, seen);
      return seen;
    };
  }, [lab, key, heldOut]);
}
