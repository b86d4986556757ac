import { useFigure } from '../../panels/context';
import { FileButton, Part, Row, TakeSaid } from '../../panels/take/rows';
import { trailsCsv } from '../../panels/take/trails';
import { useTakeAlong } from '../../panels/take/useTakeAlong';
import type { Sweep } from '../../state/sweep';
import { sweepWords } from '../../text/sweep';
import { takeWords } from '../../text/take';
import { picturePng, pictureSvg } from './sweepPictures';

interface SweepTakeFormProps {
  readonly sweep: Sweep;
  /** The figure that it is drawn in. */
  readonly root: Element;
}

/** Pictures of a sweep and its numbers, to be taken along. */
export default function SweepTakeForm({ sweep, root }: SweepTakeFormProps) {
  const figure = useFigure();
  const { take, said, busy } = useTakeAlong(() => sweep.store.getState().step);
  const says = takeWords[figure.language];
  const { taken } = sweepWords[figure.language];
  const pictures = [
    { of: 'curve', name: taken.curve, element: root.querySelector('.rates > figure')! },
    { of: 'models', name: taken.models, element: root.querySelector('.sweep-models')! },
  ];
  return (
    <div className="take" aria-busy={busy}>
      <Part title={says.pictures} hint={says.picturesHint}>
        {pictures.map(({ of, name, element }) => (
          <Row key={of} name={name}>
            <FileButton kind="png" of={name} onClick={() => take(of, 'png', () => picturePng(element, figure, name))} />
            <FileButton kind="svg" of={name} onClick={() => take(of, 'svg', () => pictureSvg(element, figure, name))} />
          </Row>
        ))}
      </Part>
      <Part title={says.numbers} hint={null}>
        <Row name={taken.trails} hint={taken.trailsHint}>
          <FileButton kind="csv" of={taken.trails} onClick={() => take('trails', 'csv', () => trailsCsv(sweep))} />
        </Row>
      </Part>
      <TakeSaid said={said} />
    </div>
  );
}
