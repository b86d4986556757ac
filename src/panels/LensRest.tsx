import { useMemo, useRef } from 'react';
import { imageOf } from '../math/imageOf';
import type { Dataset } from '../worker/libraryProtocol';
import { usePictures } from './context';
import { NONE } from './numbers';
import { nats } from './quantities';
import { DrawnTiles } from './sample/DrawnTiles';
import { usePacedFrames } from './usePaced';

/** Ms between two writings: digits need no more. */
const PACE = 100;

interface LensRestProps {
  readonly dataset: Dataset;
  readonly index: number;
}

/** What is computed of an image on which the pointer rests: R, and eight draws from its posterior. */
export function LensRest({ dataset, index }: LensRestProps) {
  const key = usePictures(
    useMemo(() => ({ kind: 'images', images: imageOf(dataset, index) }) as const, [dataset, index]),
  );
  const value = useRef<HTMLParagraphElement>(null);
  usePacedFrames(
    PACE,
    ({ given }) => {
      const reconstruction = given[key]?.reconstruction[0];
      value.current!.textContent = `R ${reconstruction === undefined ? NONE : nats(reconstruction)}`;
    },
    [key],
  );
  return (
    <>
      <p className="lens-numbers" ref={value} />
      <div className="lens-draws">
        <DrawnTiles selected={{ index, draw: 0 }} surveyed={null} />
      </div>
    </>
  );
}
