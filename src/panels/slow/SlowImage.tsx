import { useStore } from 'zustand';
import type { SlowWords } from '../../text/slowMotion';
import type { StepImage } from '../../worker/jobAnswers';
import { useFigure } from '../context';
import { ImageTile } from '../ImageTile';
import { rowsOf } from './rows';

interface SlowImageProps {
  readonly number: number;
  /** Its place among those that are followed. */
  readonly at: number;
  readonly image: StepImage;
  readonly says: SlowWords;
}

/** One image that is followed: itself, its decode once there is one, and the numbers of the present stage. */
export function SlowImage({ number, at, image, says }: SlowImageProps) {
  const { lab, plane } = useFigure();
  const stage = useStore(lab.staged, ({ slow }) => slow?.stage ?? 'batch');
  const step = useStore(lab.staged, ({ slow }) => slow?.step ?? null);
  const after = useStore(lab.staged, ({ slow }) => slow?.after ?? null);
  if (step === null) return null;
  const decoded = !['batch', 'ellipses', 'noise', 'sample'].includes(stage);
  const rows = rowsOf({ stage, step, after }, at, plane.current.half);
  return (
    <li>
      <p className="fine">{says.image(String(number), String(image.index))}</p>
      <div className="slow-tiles">
        <ImageTile key={`${step.step} ${image.index}`} label={says.original} image={() => image.pixels} />
        {decoded && (
          // Another decode has another R, and is drawn anew.
          <ImageTile key={image.reconstruction} label={says.decoded} image={() => firstOf(image)} />
        )}
      </div>
      <dl>
        {rows.map(({ row, text, of }) => (
          <div key={row} data-of={of}>
            <dt>{says.rows[row]}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </li>
  );
}

/** The decode of its first sample. */
const firstOf = ({ decoded, pixels }: StepImage): Float32Array => decoded.subarray(0, pixels.length);
