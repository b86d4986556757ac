import { Dices } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { chiSquareTail } from '../../math/chiSquare';
import { imageOf } from '../../math/imageOf';
import { priorWords } from '../../text/prior';
import type { Frame } from '../../worker/frameProtocol';
import { useFigure, useFrameValue, usePictures, usePrior } from '../context';
import { closeOtherDrawers } from '../drawers';
import { ImageTile } from '../ImageTile';
import { count, percent } from '../numbers';
import { coordinate } from '../quantities';
import { LayerButton } from '../questions/LayerButton';
import { useOutline } from '../useOutline';
import './prior.css';
import { PRIOR_DRAWS, priorCodes, priorMarks } from './priorMarks';

/** Codes drawn from the prior: what they are, and their decodes, which lead to the plane and back. */
export default function PriorBody() {
  const { lab, words, language } = useFigure();
  const says = priorWords[language];
  const { draw } = usePrior();
  const { outline, many } = useOutline();
  const latent = useFrameValue((frame) => frame?.latent ?? 0);
  const isWide = useFrameValue((frame) => frame !== null && outline !== 'point' && frame.noiseScale > 0);
  /** How many are shown, where every so many are left out. */
  const shown = useFrameValue((frame) => (frame === null || frame.stride === 1 ? 0 : frame.plane.mu.length / 2));
  const marks = useMarks(draw);
  const root = useRef<HTMLDivElement>(null);
  const isThere = marks !== null;
  useEffect(() => {
    const panel = root.current?.closest('.staged');
    if (isThere && panel) closeOtherDrawers(panel);
  }, [isThere]);
  if (marks === null) return null;
  const those = says.those(many, shown === 0 ? null : count(shown));
  const twice = outline !== 'rectangle';
  const within = marks.filter(({ x, y }) => Math.hypot(x, y) <= 1).length;
  const hollow = marks.filter(({ isReached }) => isReached === false).length;
  const share = 1 - chiSquareTail(1, Math.min(2, latent));
  const reached =
    marks[0]!.isReached === null
      ? says.decoderAlone
      : !isWide
        ? says.points
        : hollow === 0
          ? says.allReached(those, twice)
          : says.hollow(those, String(hollow), twice, shown === 0);
  return (
    <div className="prior-body" ref={root}>
      {/* Another list, with a key of its own for pictures: what a frame answers of the codes before is not of these. */}
      <Tiles key={`${draw} ${latent}`} latent={latent} />
      <p className="fine">
        {[
          says.what(String(PRIOR_DRAWS), percent(share), String(within)),
          reached,
          ...(latent > 2 ? [says.axes(String(latent))] : []),
        ].join(words.space)}
      </p>
      <div className="prior-buttons">
        <button type="button" className="button" onClick={() => lab.prior.redraw()}>
          <Dices aria-hidden="true" />
          {says.redraw}
        </button>
        <LayerButton layer="gaps" />
      </div>
    </div>
  );
}

/** Rendered again when a code is reached that was not, or no longer is, and when the plane shows other axes. */
function useMarks(draw: number) {
  const { lab } = useFigure();
  const seenAs = ({ plane: { axes } }: Frame, reached: readonly { readonly isReached: boolean | null }[]): string =>
    [...axes, ...reached.map(({ isReached }) => isReached)].join();
  useFrameValue((frame) => (frame === null ? '' : seenAs(frame, priorMarks(frame, draw))));
  return lab.frame === null ? null : priorMarks(lab.frame, draw);
}

function Tiles({ latent }: { readonly latent: number }) {
  const { lab, language, plane } = useFigure();
  const says = priorWords[language];
  const { draw, pointed } = usePrior();
  const marks = useMarks(draw)!;
  const codes = useMemo(() => priorCodes(draw, latent), [draw, latent]);
  const key = usePictures(useMemo(() => ({ kind: 'codes', latent, codes }) as const, [latent, codes]));
  const { half } = plane.current;
  return (
    <ol className="prior-tiles">
      {marks.map(({ code, x, y, isReached }, k) => {
        const name = says.pin(String(k + 1), coordinate(x, half), coordinate(y, half));
        return (
          <li key={k} data-reached={isReached} data-pointed={k === pointed}>
            <ImageTile
              image={({ pictures }) => {
                const { dataset } = lab;
                const images = pictures[key];
                return dataset === null || images === undefined ? null : imageOf({ ...dataset, images }, k);
              }}
            />
            <span aria-hidden="true">{k + 1}</span>
            <button
              type="button"
              title={name}
              aria-label={isReached === false ? `${name}${says.outOfReach}` : name}
              onClick={() => lab.pins.add(x, y, undefined, code)}
              onPointerEnter={() => lab.prior.point(k)}
              onPointerLeave={() => lab.prior.point(null)}
              onFocus={() => lab.prior.point(k)}
              onBlur={() => lab.prior.point(null)}
            />
          </li>
        );
      })}
    </ol>
  );
}
