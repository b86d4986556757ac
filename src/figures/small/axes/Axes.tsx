import { useId, useMemo, useRef } from 'react';
import { ACTIVE, moments } from '../../../math/moments';
import { axisName } from '../../../panels/axisText';
import { useFigure, useFrameValue, useLab, usePictures } from '../../../panels/context';
import '../../../panels/panel.css';
import { usePacedFrames } from '../../../panels/usePaced';
import { useSheet } from '../../../panels/useSheet';
import { axesWords } from '../../../text/axes';
import './axes.css';

/** Ms between two drawings while training runs. */
const PACE = 100;

/** Codes along an axis, and how far they go on either side: where 95 % of the prior lies. */
const COUNT = 9;
const REACH = 2;

/** Codes along each of d axes, all others 0: d · COUNT × d numbers. */
function codesAlong(latent: number): Float32Array {
  const codes = new Float32Array(latent * COUNT * latent);
  for (let axis = 0; axis < latent; axis++) {
    for (let k = 0; k < COUNT; k++) codes[(axis * COUNT + k) * latent + axis] = REACH * ((2 * k) / (COUNT - 1) - 1);
  }
  return codes;
}

/** What every axis of a code does to the image, one row each; those that the model does not use are marked. */
export default function Axes() {
  const { language } = useFigure();
  const says = axesWords[language];
  const latent = useFrameValue((frame) => frame?.latent ?? 2);
  const used = useFrameValue((frame) => {
    if (frame === null || frame.mu.length === 0) return '';
    return moments(frame.mu, frame.sigma, frame.latent).variance.reduce(
      (marks, value) => marks + (value > ACTIVE ? '+' : '-'),
      '',
    );
  });
  const key = usePictures(useMemo(() => ({ kind: 'codes', latent, codes: codesAlong(latent) }) as const, [latent]));
  const titleId = useId();
  return (
    <section className="axes" aria-labelledby={titleId} data-part="axes">
      <header className="panel-head">
        <h2 id={titleId}>{says.title}</h2>
        <span className="fine">{says.codes(String(REACH))}</span>
      </header>
      {Array.from({ length: latent }, (_, axis) => (
        <Row key={`${latent} ${axis}`} axis={axis} pictures={key} isUsed={used[axis] !== '-'} />
      ))}
    </section>
  );
}

interface RowProps {
  readonly axis: number;
  /** Under which frames answer for all axes. */
  readonly pictures: string;
  readonly isUsed: boolean;
}

function Row({ axis, pictures: key, isUsed }: RowProps) {
  const { lab, language } = useFigure();
  const says = axesWords[language];
  const shape = useLab(({ dataset }) => (dataset === null ? 1 : dataset.width / dataset.height));
  const canvas = useRef<HTMLCanvasElement>(null);
  const sheet = useSheet(canvas);
  usePacedFrames(
    PACE,
    ({ latent, pictures, step }) => {
      const { dataset } = lab;
      const images = pictures[key];
      if (dataset === null || images === undefined) return;
      const { width, height } = dataset;
      const row = COUNT * width * height;
      if (images.length !== latent * row) return;
      sheet.paint({ images: images.slice(axis * row, (axis + 1) * row), width, height, columns: COUNT });
      canvas.current!.dataset.step = String(step);
    },
    [sheet, key],
  );
  const name = axisName(axis);
  return (
    <div className="axes-row" data-used={isUsed}>
      <span className="axes-name" aria-hidden="true">
        {name}
        {!isUsed && <span className="fine">{says.dead}</span>}
      </span>
      <canvas
        ref={canvas}
        role="img"
        aria-label={says.label(name, String(REACH), isUsed)}
        style={{ aspectRatio: COUNT * shape }}
      />
    </div>
  );
}
