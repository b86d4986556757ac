import { useEffect } from 'react';
import { usePictureKey } from '../context';
import { ImageTile } from '../ImageTile';

interface PathPlaceProps {
  /** The code that is marked on the path. */
  readonly x: number;
  readonly y: number;
  readonly label: string;
}

/** The decode of the place that is marked on the path. */
export function PathPlace({ x, y, label }: PathPlaceProps) {
  const { key, ask } = usePictureKey();
  useEffect(() => ask({ kind: 'decode', points: Float32Array.of(x, y) }), [ask, x, y]);
  return <ImageTile label={label} image={({ pictures }) => pictures[key] ?? null} />;
}
