import { useEffect, useState } from 'react';
import type { PlaneScales } from '../draw/plane/scales';
import { imageOf } from '../math/imageOf';
import { lateWords } from '../text/late';
import type { Frame } from '../worker/frameProtocol';
import { placeText } from './axisText';
import { useFigure, useFrameValue, useLab } from './context';
import { ImageTile } from './ImageTile';
import { imageSaid } from './imageSaid';
import './Lens.css';
import { LensRest } from './LensRest';
import { posteriorText } from './posteriorText';
import { sampleOf } from './sampleOf';

/** The code under the pointer, and the image whose centre is there, or −1. */
export interface LensTarget {
  readonly x: number;
  readonly y: number;
  readonly index: number;
}

interface LensProps {
  readonly target: LensTarget;
  readonly scales: PlaneScales;
  /** Under which frames answer for the code and for the image. */
  readonly codeKey: string;
  readonly imageKey: string;
}

/** CSS pixels between the pointer and the lens. */
const GAP = 14;
/** CSS pixels that the lens is wide at most (Lens.css), and high about a code and an image: beyond the plane it is cut off. */
const WIDEST = 186;
const HIGHEST = { code: 120, image: 320 } as const;

/** Ms after which the pointer rests: what is computed of an image is asked for then, and not of all that it passes. */
const REST = 300;

/** What lies under the pointer: the decode of its code, or the sample whose centre it is on. */
export function Lens({ target, scales, codeKey, imageKey }: LensProps) {
  const { language } = useFigure();
  const { image } = lateWords[language];
  const dataset = useLab((state) => state.dataset);
  const { index } = target;
  const isHeldOut = useLab(({ run }) => run?.heldOut.includes(index) === true);
  const rests = useRests(index);
  const half = scales.size / (2 * scales.unit);
  const numbers = useFrameValue((frame) =>
    frame === null || index < 0 ? '' : numbersOf(frame, index, half, image.kl),
  );
  const code = useFrameValue((frame) => placeText(frame, [target.x, target.y], half));
  const left = scales.x(target.x);
  const top = scales.y(target.y);
  const onSample = dataset !== null && index < dataset.n && numbers !== '';
  const { size } = scales;
  const beside = (pointer: number, most: number): number => Math.max(0, Math.min(pointer + GAP, size - most));
  const high = HIGHEST[onSample ? 'image' : 'code'];
  const style = {
    ...(left < size / 2 ? { left: beside(left, WIDEST) } : { right: beside(size - left, WIDEST) }),
    ...(top < size / 2 ? { top: beside(top, high) } : { bottom: beside(size - top, high) }),
  };
  return (
    <div className="lens" style={style} aria-hidden="true">
      {/* The pointer passes one image after the other: tiles that stay cost a quarter of what new ones would. */}
      <div className="lens-tiles">
        <ImageTile
          of={onSample ? index : -1}
          image={({ pictures }) => (onSample ? imageOf(dataset, index) : (pictures[codeKey] ?? null))}
        />
        {onSample && (
          <ImageTile
            of={index}
            image={({ view, pictures }) => {
              const asked = view.requests[imageKey];
              return asked?.kind === 'rebuild' && asked.indices[0] === index ? (pictures[imageKey] ?? null) : null;
            }}
          />
        )}
      </div>
      {onSample ? (
        <>
          <p>
            {[
              image.name(String(index)),
              ...imageSaid(dataset, index, language),
              ...(isHeldOut ? [image.heldOut] : []),
            ].join(' · ')}
          </p>
          <p className="lens-numbers">{numbers}</p>
          {rests && <LensRest key={index} dataset={dataset} index={index} />}
        </>
      ) : (
        <p>z {code}</p>
      )}
    </div>
  );
}

/** Whether the pointer has been on the same image for a while. */
function useRests(index: number): boolean {
  const [rested, setRested] = useState(-1);
  useEffect(() => {
    const timer = setTimeout(() => setRested(index), REST);
    return () => clearTimeout(timer);
  }, [index]);
  return rested === index;
}

/** The numbers of an image, one a line; empty where the frame does not show it. */
function numbersOf(frame: Frame, index: number, half: number, kl: string): string {
  const sample = sampleOf(frame, index, null);
  if (sample === null) return '';
  const text = posteriorText(frame, sample, half, 2);
  const rho = text.rho === null ? [] : [`ρ ${text.rho}`];
  return [`μ ${text.mu}`, `σ ${text.sigma}`, ...rho, `${kl} ${text.kl}`].join('\n');
}
