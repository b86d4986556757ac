import { useRef } from 'react';
import type { Frame } from '../worker/frameProtocol';
import { useFigure, useLab } from './context';
import './panel.css';
import { usePacedFrames } from './usePaced';
import { useSheet } from './useSheet';

interface ImageTileProps {
  /** Picks the image out of a frame; null leaves the tile as it is. */
  image(frame: Frame): Float32Array | null;
  readonly label?: string;
  /** What the image is of: when it is another, the tile is empty until a frame has its image. */
  readonly of?: number;
  /** Ms between two drawings while training runs. */
  readonly pace?: number;
}

/** One image of the data set's size, drawn past React. */
export function ImageTile({ image, label, of, pace = 0 }: ImageTileProps) {
  const { lab } = useFigure();
  const shape = useLab(({ dataset }) => (dataset === null ? 1 : dataset.width / dataset.height));
  const canvas = useRef<HTMLCanvasElement>(null);
  const sheet = useSheet(canvas);
  const shown = useRef(of);
  usePacedFrames(
    pace,
    (frame) => {
      const { dataset } = lab;
      const pixels = image(frame);
      if (dataset === null || pixels === null || pixels.length !== dataset.width * dataset.height) {
        if (of !== shown.current) sheet.clear();
        return;
      }
      shown.current = of;
      sheet.paint({ images: pixels, width: dataset.width, height: dataset.height, columns: 1 });
    },
    [sheet, of],
  );
  // Without a label it repeats what is said in words beside it.
  return (
    <canvas
      ref={canvas}
      className="tile"
      style={{ aspectRatio: shape }}
      {...(label === undefined ? HIDDEN : { role: 'img', 'aria-label': label })}
    />
  );
}

const HIDDEN = { 'aria-hidden': true } as const;
