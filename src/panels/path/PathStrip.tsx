import { useEffect, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { pathAt, pathLength, pathPoints } from '../../math/path';
import { pathWords } from '../../text/path';
import { useFigure, useFrameValue, useLab, usePins } from '../context';
import { short } from '../numbers';
import { coordinate } from '../quantities';
import { useDecoded } from '../useDecoded';
import { usePacedFrames } from '../usePaced';
import { useSheet } from '../useSheet';
import { useSize } from '../useSize';
import { wayOf } from './corners';
import { PathMark } from './PathMark';
import { PathPlace } from './PathPlace';
import { PathWalk } from './PathWalk';

/** CSS pixels of an image, about, and how many there are at least and at most. */
const TILE = 40;
const TILES = { least: 5, most: 24 };

/** Ms between two drawings while training runs. */
const PACE = 100;

/** Decodes at equal steps along the path through all pins, as many as there is room for, with the pins above their places. */
export function PathStrip() {
  const { lab, language, plane } = useFigure();
  const says = pathWords[language];
  const pins = usePins();
  const latent = useFrameValue((frame) => frame?.latent ?? 2);
  const dataset = useLab((state) => state.dataset);
  const at = useStore(lab.pins.path.store, (marks) => marks.at);
  const place = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const { width } = useSize(place);
  const stops = Math.min(TILES.most, Math.max(TILES.least, Math.floor(width / TILE)));
  const way = useMemo(() => wayOf(pins, latent), [pins, latent]);
  const { corners, codes, shares } = way;
  const points = useMemo(() => Float32Array.from(pathPoints(codes.values, stops, shares)), [codes, shares, stops]);
  const decoded = useDecoded(points, { moving: true, latent: codes.latent });
  const sheet = useSheet(canvas);

  useEffect(() => {
    lab.pins.path.divide(stops);
  }, [lab, stops]);
  useEffect(
    () => () => {
      lab.pins.path.divide(0);
      lab.pins.path.mark(null);
    },
    [lab],
  );
  usePacedFrames(
    PACE,
    (frame) => {
      const images = Array.from({ length: stops }, (_, i) => decoded(frame, i) ?? []);
      if (lab.dataset === null || images.some(({ length }) => length !== lab.dataset!.width * lab.dataset!.height))
        return;
      const { width: across, height } = lab.dataset;
      const all = new Float32Array(stops * across * height);
      for (const [i, image] of images.entries()) all.set(image, i * across * height);
      sheet.paint({ images: all, width: across, height, columns: stops });
      canvas.current!.dataset.step = String(frame.step);
    },
    [points, sheet],
  );

  // A name stands above its place and ends with the strip: the same share of both lies to its left.
  const standing = (share: number) => ({ left: `${100 * share}%`, translate: `${-100 * share}%` });
  const [x, y] = pathAt(corners, at ?? 0, shares) as [number, number];
  const { half } = plane.current;
  return (
    <div className="path-part">
      <PathPlace code={pathAt(codes.values, at ?? 0, shares)} latent={codes.latent} label={says.at} />
      <div className="path-strip" ref={place}>
        <div className="path-names" aria-hidden="true">
          {pins.map(({ id, name }, i) => (
            <span key={id} style={standing(shares[i]!)}>
              {name}
            </span>
          ))}
        </div>
        <div className="path-images">
          <canvas
            ref={canvas}
            role="img"
            aria-label={says.strip}
            style={{ aspectRatio: stops * ((dataset?.width ?? 1) / (dataset?.height ?? 1)) }}
          />
          <PathMark way={way} stops={stops} />
        </div>
      </div>
      <PathWalk />
      <p className="fine path-foot">
        <span>{at === null ? says.hint : says.code(coordinate(x, half), coordinate(y, half))}</span>
        <span>{says.length(short(pathLength(codes.values, codes.width)))}</span>
      </p>
    </div>
  );
}
