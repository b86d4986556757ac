import { useId, useState } from 'react';
import { heldOutWords } from '../text/heldOut';
import { type MeasureGroup, measureWords } from '../text/measures';
import type { Measures } from '../worker/jobAnswers';
import { useFigure } from './context';
import { EvidenceDetails } from './EvidenceDetails';
import { KlSplit } from './KlSplit';
import { LinearNote } from './LinearNote';
import { MeasureCurves } from './MeasureCurves';
import type { MeasureLine } from './measureLines';
import './Numbers.css';
import { BoxNote } from './BoxNote';
import { count } from './numbers';
import './table.css';
import { useLive } from './useLive';
import { useMeasureLines } from './useMeasureLines';

const GROUPS: readonly MeasureGroup[] = ['loss', 'together', 'centres'];

/** The numbers of the code space over all of the data, measured again and again, and their curves over the training. */
export default function NumbersTable() {
  const { language } = useFigure();
  const said = measureWords[language];
  const ofShares = heldOutWords[language];
  const { answer: measures } = useLive('measure');
  const { training, heldOut } = measures ?? { heldOut: null };
  const columns = heldOut === null ? 2 : 3;
  const [explained, setExplained] = useState(false);
  const lines = useMeasureLines(measures);
  const tableId = useId();
  return (
    <div className="measures">
      <div>
        <table id={tableId} className="number-table" data-step={measures?.step} data-explained={explained}>
          <caption>{measures === null ? said.caption : said.captionAt(count(measures.step))}</caption>
          <thead className={heldOut === null ? 'hidden' : ''}>
            <tr>
              <th scope="col">{said.name}</th>
              {heldOut === null ? (
                <th scope="col">{said.value}</th>
              ) : (
                <>
                  <th scope="col">{ofShares.training(count(training.n))}</th>
                  <th scope="col">{ofShares.heldOut(count(heldOut.n))}</th>
                </>
              )}
            </tr>
          </thead>
          {GROUPS.map((group) => (
            <tbody key={group}>
              <tr className="measure-group">
                <th scope="rowgroup" colSpan={columns}>
                  {said.groups[group]}
                </th>
              </tr>
              {lines
                .filter((line) => line.group === group)
                .map((line) => (
                  <Line key={line.key} line={line} columns={columns - 1} explained={explained} measures={measures} />
                ))}
            </tbody>
          ))}
        </table>
        {measures !== null && <BoxNote kl={measures.training.kl} />}
        <LinearNote />
        <EvidenceDetails name={said.evidence} />
        <button
          type="button"
          className="button button-quiet"
          aria-expanded={explained}
          aria-controls={tableId}
          onClick={() => setExplained(!explained)}
        >
          {said.explain}
        </button>
      </div>
      <MeasureCurves measures={measures} />
    </div>
  );
}

interface LineProps {
  readonly line: MeasureLine;
  /** Columns for its values. */
  readonly columns: number;
  readonly explained: boolean;
  readonly measures: Measures | null;
}

function Line({ line: { key, of, name, says, value, heldOut }, columns, explained, measures }: LineProps) {
  return (
    <>
      <tr title={says} className={`measure-${of}`}>
        <th scope="row">{name}</th>
        <td colSpan={heldOut === undefined ? columns : 1}>
          {value}
          {key === 'split' && measures !== null && <KlSplit measures={measures} />}
        </td>
        {heldOut !== undefined && <td>{heldOut}</td>}
      </tr>
      {explained && (
        <tr className="measure-says">
          <td colSpan={columns + 1} className="fine">
            {says}
          </td>
        </tr>
      )}
    </>
  );
}
