import { useStore } from 'zustand';
import { outlineOf } from '../../math/family';
import { useFigure } from '../../panels/context';
import { type MeasureLine, measureLines } from '../../panels/measureLines';
import '../../panels/Numbers.css';
import '../../panels/table.css';
import { count, NONE } from '../../panels/numbers';
import { inNats } from '../../panels/units';
import { useLiveOf } from '../../panels/useLive';
import type { Lab } from '../../state/lab';
import { compareWords } from '../../text/compare';
import { type MeasureGroup, measureWords } from '../../text/measures';
import type { Measures } from '../../worker/jobAnswers';

const GROUPS: readonly MeasureGroup[] = ['loss', 'together', 'centres'];

/** A row of the table: what each of the two has of it; null where it has no such number. */
interface Row {
  readonly left: MeasureLine | null;
  readonly right: MeasureLine | null;
}

/** The same numbers of two models, measured again and again. */
export default function PairNumbersTable({ labs: [left, right] }: { labs: readonly [left: Lab, right: Lab] }) {
  const { language } = useFigure();
  const said = measureWords[language];
  const says = compareWords[language];
  const ofLeft = useLines(left);
  const ofRight = useLines(right);
  const rows = joined(ofLeft.lines, ofRight.lines);
  const stepOf = (measures: Measures | null): string => (measures === null ? NONE : count(measures.step));
  return (
    <table
      className="number-table pair-numbers"
      data-steps={[ofLeft, ofRight].map(({ measures }) => measures?.step ?? '').join()}
    >
      <caption>{says.numbersAt(stepOf(ofLeft.measures), stepOf(ofRight.measures))}</caption>
      <thead>
        <tr>
          <th scope="col">{said.name}</th>
          {says.sides.map((side) => (
            <th key={side} scope="col">
              {side}
            </th>
          ))}
        </tr>
      </thead>
      {GROUPS.map((group) => (
        <tbody key={group}>
          <tr className="measure-group">
            <th scope="rowgroup" colSpan={3}>
              {said.groups[group]}
            </th>
          </tr>
          {rows
            .filter((row) => (row.left ?? row.right)!.group === group)
            .map((row) => {
              const { key, of, says: ofRow } = (row.left ?? row.right)!;
              return (
                <tr key={key} title={ofRow} className={`measure-${of}`}>
                  <th scope="row">{nameOf(row)}</th>
                  <Value line={row.left} />
                  <Value line={row.right} />
                </tr>
              );
            })}
        </tbody>
      ))}
    </table>
  );
}

/** What one of them has of a row, on the images that it trains on and on those that are held out. */
function Value({ line }: { line: MeasureLine | null }) {
  const { language } = useFigure();
  return (
    <td>
      {line?.value ?? NONE}
      {line?.heldOut !== undefined && (
        <span className="pair-held-out">{compareWords[language].heldOut(line.heldOut)}</span>
      )}
    </td>
  );
}

function useLines(lab: Lab): { readonly measures: Measures | null; readonly lines: readonly MeasureLine[] } {
  const { words, language } = useFigure();
  const { answer: measures } = useLiveOf(lab, 'measure');
  const { likelihood, regulariser, beta, latent, posterior: family } = useStore(lab.store, (state) => state.settings);
  const { many } = words.outlines[outlineOf(family)];
  return {
    measures,
    lines: measureLines(measures, {
      units: inNats({ likelihood, regulariser, posterior: family }),
      beta,
      latent,
      said: measureWords[language],
      family,
      many,
    }),
  };
}

/** The rows of both, in the order in which they are read. */
function joined(left: readonly MeasureLine[], right: readonly MeasureLine[]): readonly Row[] {
  const find = (lines: readonly MeasureLine[], key: string): MeasureLine | null =>
    lines.find((line) => line.key === key) ?? null;
  const longer = left.length < right.length ? right : left;
  return longer.map(({ key }) => ({ left: find(left, key), right: find(right, key) }));
}

/** What a row is called; where it is another number in one of the two, both names. */
const nameOf = ({ left, right }: Row): string => {
  const names = [left, right].flatMap((line) => line?.name ?? []);
  return [...new Set(names)].join(' | ');
};
