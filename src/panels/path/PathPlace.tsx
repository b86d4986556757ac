import { useEffect } from 'react';
import { usePictureKey } from '../context';
import { ImageTile } from '../ImageTile';

interface PathPlaceProps {
  /** The code that is marked on the path. */
  readonly code: readonly number[];
  /** d, of a whole code; undefined of a place on the plane. */
  readonly latent: number | undefined;
  readonly label: string;
}

/** The decode of the place that is marked on the path. */
export function PathPlace({ code, latent, label }: PathPlaceProps) {
  const { key, ask } = usePictureKey();
  useEffect(() => {
    const codes = Float32Array.from(code);
    ask(latent === undefined ? { kind: 'decode', points: codes } : { kind: 'codes', latent, codes });
  }, [ask, latent, code.join()]);
  return <ImageTile label={label} image={({ pictures }) => pictures[key] ?? null} />;
}
