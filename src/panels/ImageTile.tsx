import { useEffect, useRef } from 'react';
import { paintImages } from '../draw/images';
import type { Frame } from '../worker/protocol';
import { useFigure, useFrames } from './context';

/**
 * One image of the data set's size, drawn past React.
 * @param image picks the image out of a frame; null leaves the tile as it is
 */
export function ImageTile({ image, label }: { image(frame: Frame): Float32Array | null; label?: string }) {
  const { lab, theme } = useFigure();
  const canvas = useRef<HTMLCanvasElement>(null);
  const draw = (frame: Frame): void => {
    const pixels = image(frame);
    if (canvas.current === null || lab.dataset === null || pixels === null || pixels.length === 0) return;
    const { width, height } = lab.dataset;
    paintImages(canvas.current, { images: pixels, width, height, columns: 1 }, theme);
  };
  useFrames(draw);
  useEffect(() => {
    if (lab.frame !== null) draw(lab.frame);
  }, [theme]);
  // Without a label it repeats what is said in words beside it.
  return (
    <canvas ref={canvas} className="tile" {...(label === undefined ? HIDDEN : { role: 'img', 'aria-label': label })} />
  );
}

const HIDDEN = { 'aria-hidden': true } as const;
