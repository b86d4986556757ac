import { useRef } from 'react';
import { priorMark } from '../../draw/sequential';
import { css, type Theme } from '../../draw/theme';
import { Notices } from '../../panels/Notices';
import { useDecodedWindow } from '../../panels/useDecodedCells';
import type { Sweep } from '../../state/sweep';
import { sweepWords } from '../../text/sweep';
import { usePage } from '../context';
import { LabFailure } from '../LabFailure';
import { OfLab } from '../LabView';
import { OpenModel } from './OpenModel';
import { PICTURE_PACE, SmallPlane } from './SmallPlane';
import { useNameOf } from './useNameOf';

/** Cells of a decoded grid a side: as many as can be told apart where it is as wide as a thumb. */
const CELLS = 9;

interface ModelCardProps {
  readonly sweep: Sweep;
  readonly place: number;
  /** Where its value is among all, in [0, 1]. */
  readonly share: number;
  /** Whether it is pointed out. */
  readonly lit: boolean;
  /** It is pointed at, or no longer. */
  point(pointed: boolean): void;
}

/** The colour of a model. @param share where its value is among all, in [0, 1] */
export const modelColour = (share: number, { dark }: Theme): string => css(priorMark(share, dark));

/** One model of a sweep: its plane and what it decodes, with all that it has to tell. */
export function ModelCard({ sweep, place, share, lit, point }: ModelCardProps) {
  const { theme } = usePage();
  const model = sweep.models[place]!;
  const name = useNameOf(sweep)(model);
  return (
    <li
      className="sweep-model"
      data-lit={lit}
      style={{ '--model': modelColour(share, theme) } as React.CSSProperties}
      onPointerEnter={() => point(true)}
      onPointerLeave={() => point(false)}
      onFocus={() => point(true)}
      onBlur={() => point(false)}
    >
      <OfLab entry={model}>
        <h3>{name}</h3>
        <Notices />
        <LabFailure />
        <SmallPlane name={name} />
        <Decoded name={name} />
        <OpenModel sweep={sweep} place={place} name={name} />
      </OfLab>
    </li>
  );
}

function Decoded({ name }: { name: string }) {
  const { language } = usePage();
  const canvas = useRef<HTMLCanvasElement>(null);
  useDecodedWindow(canvas, CELLS, PICTURE_PACE);
  return <canvas ref={canvas} className="sweep-grid" role="img" aria-label={sweepWords[language].gridLabel(name)} />;
}
