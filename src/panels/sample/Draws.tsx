import { Dices } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { imageOf } from '../../math/imageOf';
import type { Selected } from '../../state/selection';
import { sampleWords } from '../../text/sample';
import type { Frame } from '../../worker/protocol';
import { useFigure, useFrames, useImageSurvey, usePictureKey } from '../context';
import { IconButton } from '../IconButton';
import { ImageTile } from '../ImageTile';
import { sampleOf } from '../sampleOf';
import { DRAWS, drawsKey, drawsOf } from './drawsOf';

/** Eight codes from the posterior of the selected image, decoded in every frame; the plane has a dot for each that it has decoded. */
export function Draws({ selected }: { readonly selected: Selected }) {
  const { lab, language } = useFigure();
  const says = sampleWords[language];
  return (
    <div className="sample-draws">
      {/* Another list, with a key of its own for pictures: what a frame answers of the draws before is not of these. */}
      <DrawnTiles key={`${selected.index} ${selected.draw}`} selected={selected} />
      <p className="fine">{says.draws}</p>
      <IconButton name={says.redraw} onClick={() => lab.selection.redraw()}>
        <Dices aria-hidden="true" />
      </IconButton>
    </div>
  );
}

function DrawnTiles({ selected }: { readonly selected: Selected }) {
  const { lab, language } = useFigure();
  const says = sampleWords[language];
  const { key, ask } = usePictureKey(drawsKey(selected));
  const surveyed = useImageSurvey(true);
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
