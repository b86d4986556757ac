import { type RefObject, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Pointed } from '../state/pointer';
import { useFigure, usePictureKey } from './context';
import { DrawnShare } from './DrawnShare';
import { Lens, type LensTarget } from './Lens';
import { PlaneKeys } from './PlaneKeys';
import type { PlanePicture } from './planePicture';
import { type PlaneHand, usePlaneKeys } from './usePlaneKeys';

interface PointedAtProps {
  readonly svg: RefObject<SVGSVGElement | null>;
  readonly picture: RefObject<PlanePicture | null>;
  readonly hand: PlaneHand;
  /** Id of what tells its keys. */
  readonly keysId: string;
  /** Whether the plane is drawn at fewer pixels than at rest. */
  readonly isCoarser: boolean;
}

/**
 * What lies over the picture of a plane: its keys, and the same in words, how much of the run it draws, and what is pointed
 * at, here or on the plane of another lab, which stands out in the picture and in the lens.
 */
export default function PointedAt({ svg, picture, hand, keysId, isCoarser }: PointedAtProps) {
  usePlaneKeys(svg, hand);
  const { id, pointer } = useFigure();
  const code = usePictureKey();
  const image = usePictureKey();
  const [lens, setLens] = useState<LensTarget | null>(null);
  // Past React, but for the lens itself: a pointer moves more often than there are frames.
  useEffect(() => {
    const follow = (pointed: Pointed | null): void => {
      if (pointed === null) {
        code.ask(null);
        image.ask(null);
        picture.current!.show({ focus: -1, cross: null });
        setLens(null);
        return;
      }
      const { x, y, index, by, cross } = pointed;
      // The same code on another plane has another image, if any: a cross says where it is.
      const own = by === id;
      const under = own ? index : -1;
      code.ask({ kind: 'decode', points: Float32Array.of(x, y) });
      image.ask(under < 0 ? null : { kind: 'rebuild', indices: Uint32Array.of(under) });
      picture.current!.show({ focus: index, cross: cross || !own ? [x, y] : null });
      setLens({ x, y, index: under });
    };
    follow(pointer.pointed);
    return pointer.store.subscribe((pointed) => {
      // With the move itself: React would leave the lens to a later task, and so to the next frame of the screen.
      if (pointed !== null) flushSync(() => follow(pointed));
      else follow(null);
    });
  }, [id, pointer, picture, code.ask, image.ask]);
  return (
    <>
      <PlaneKeys id={keysId} />
      <DrawnShare isCoarser={isCoarser} />
      {lens !== null && <Lens target={lens} scales={picture.current!.scales} codeKey={code.key} imageKey={image.key} />}
    </>
  );
}
