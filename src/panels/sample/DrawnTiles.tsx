import { useEffect, useRef } from 'react';
import { imageOf } from '../../math/imageOf';
import type { Selected } from '../../state/selection';
import { sampleWords } from '../../text/sample';
import type { Frame } from '../../worker/frameProtocol';
import type { ImagePosterior } from '../../worker/jobAnswers';
import { useFigure, useFrames, usePictureKey } from '../context';
import { ImageTile } from '../ImageTile';
import { sampleOf } from '../sampleOf';
import { DRAWS, drawsOf } from './drawsOf';

interface DrawnTilesProps {
  /** Of others there is another list, with a key of its own: what a frame answers of the draws before is not of these. */
  readonly selected: Selected;
  /** What is known of an image that frames do not have. */
  readonly surveyed: ImagePosterior | null;
  /** Under which others find what frames answer, too; nobody else asks for something under it. */
  readonly name?: string;
}

/** Eight codes from the posterior of an image, decoded in every frame. */
export function DrawnTiles({ selected, surveyed, name }: DrawnTilesProps) {
  const { lab, language } = useFigure();
  const says = sampleWords[language];
  const { key, ask } = usePictureKey(name);
  /** What was asked for last: at rest the same codes are not asked for again. */
  const asked = useRef('');
  const follow = (frame: Frame): void => {
    const sample = sampleOf(frame, selected.index, surveyed);
    if (sample === null) return;
    const codes = drawsOf(sample, selected, frame.noiseScale);
    const what = codes.join();
    if (what === asked.current) return;
    asked.current = what;
    ask({ kind: 'codes', latent: frame.latent, codes });
  };
  useFrames(follow);
  useEffect(() => {
    if (lab.frame !== null) follow(lab.frame);
  }, [lab, surveyed]);
  return (
    <ol aria-label={says.draws}>
      {Array.from({ length: DRAWS }, (_, i) => (
        <li key={i}>
          <ImageTile
            label={says.draw(String(i + 1))}
            image={({ pictures }) => {
              const { dataset } = lab;
              const images = pictures[key];
              return dataset === null || images === undefined ? null : imageOf({ ...dataset, images }, i);
            }}
          />
        </li>
      ))}
    </ol>
  );
}
