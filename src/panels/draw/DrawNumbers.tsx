import { useRef } from 'react';
import { onPlane } from '../../math/posterior';
import { relativeArea } from '../../math/relativeArea';
import { isAsked, PAD } from '../../state/pad';
import { drawWords } from '../../text/draw';
import { lateWords } from '../../text/late';
import type { Frame } from '../../worker/frameProtocol';
import { useFigure, useFrameValue, usePad } from '../context';
import { NONE, short } from '../numbers';
import { posteriorText, ROOM } from '../posteriorText';
import { nats } from '../quantities';
import '../table.css';
import { useOutline } from '../useOutline';
import { usePacedFrames } from '../usePaced';
import { useUnits } from '../useUnits';

/** Ms between two writings while training goes on: digits need no more. */
const PACE = 100;

const ROWS = ['mu', 'sigma', 'rho', 'area', 'reconstruction', 'kl'] as const;

type Row = (typeof ROWS)[number];

/** What the model says of the drawing, and of the image which it was made of: all of one frame. */
export function DrawNumbers() {
  const { language, plane } = useFigure();
  const says = drawWords[language];
  const original = usePad((state) => state.drawing!.original);
  const asked = usePad(isAsked);
  const isTilted = useFrameValue((frame) => frame !== null && frame.plane.correlation !== null);
  const { outline, one } = useOutline();
  const units = useUnits();
  const table = useRef<HTMLTableElement>(null);
  const cells = useRef(new Map<string, HTMLElement>());
  const columns = original === null ? [says.drawing] : [says.drawing, lateWords[language].image.name(String(original))];
  const rows = ROWS.filter((row) => (row !== 'rho' || isTilted) && (row !== 'area' || outline !== 'point'));
  usePacedFrames(
    PACE,
    (frame) => {
      table.current!.dataset.step = String(frame.step);
      columns.forEach((_, column) => {
        const text = asked ? numbersOf(frame, column, plane.current.half) : null;
        for (const row of rows) cells.current.get(`${row} ${column}`)!.textContent = text?.[row] ?? NONE;
      });
    },
    [asked, original, isTilted, outline, says],
  );
  const nameOf = (row: Row): string => {
    if (row === 'area') return says.area(one);
    return row === 'kl' || (row === 'reconstruction' && units.reconstruction)
      ? says.inNats(says.rows[row])
      : says.rows[row];
  };
  return (
    <table className="number-table draw-numbers" data-part="pad-numbers" ref={table}>
      <caption className="hidden">{says.numbers}</caption>
      <thead className={original === null ? 'hidden' : undefined}>
        <tr>
          <td />
          {columns.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row}>
            <th scope="row">{nameOf(row)}</th>
            {columns.map((name, column) => (
              <td
                key={name}
                ref={(cell) => {
                  if (cell !== null) cells.current.set(`${row} ${column}`, cell);
                }}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** @returns null where the frame has nothing of it */
function numbersOf(frame: Frame, row: number, half: number): Readonly<Record<Row, string | null>> | null {
  const said = frame.given[PAD];
  if (!said || row >= said.reconstruction.length) return null;
  const { posteriors, reconstruction } = said;
  const area = relativeArea(onPlane(posteriors, frame.plane.axes), row, frame.plane);
  return {
    ...posteriorText(frame, { posteriors, row }, half, ROOM),
    area: Number.isNaN(area) ? NONE : short(area),
    reconstruction: nats(reconstruction[row]!),
  };
}
