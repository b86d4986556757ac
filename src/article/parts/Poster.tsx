import './poster.css';
import { useScene } from '../scene';

/** Pixels of every poster, as `npm run shots` draws them (tests/bench/figurePosters.ts). */
export const POSTER = { width: 800, height: 376 } as const;

interface PosterProps {
  /** Of the figure that it is a picture of. */
  readonly id: string;
  /** What is to be seen on it; empty where the figure itself is about to come. */
  readonly alt: string;
}

/** The picture of a trained figure, in its place until the figure is there. Only the one that is shown is fetched, and when it comes near. */
export function Poster({ id, alt }: PosterProps) {
  const { root } = useScene();
  return (
    <div className="figure-poster">
      {(['light', 'dark'] as const).map((theme) => (
        <img
          key={theme}
          className={`figure-poster-${theme}`}
          src={`${root}posters/${id}-${theme}.webp`}
          alt={alt}
          {...POSTER}
          loading="lazy"
          decoding="async"
        />
      ))}
    </div>
  );
}
