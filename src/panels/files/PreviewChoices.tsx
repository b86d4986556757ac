import { useStore } from 'zustand';
import type { Treatment } from '../../state/brought';
import type { Inspection } from '../../state/inspection';
import { SPECS } from '../../state/settings';
import { previewWords } from '../../text/preview';
import type { Preview, Reading } from '../../worker/libraryProtocol';
import { useFigure } from '../context';
import { Select } from '../Select';
import { AtMost, Sides } from './PreviewFields';
import { sizeText } from './sizeText';

interface PreviewChoicesProps {
  readonly inspection: Inspection;
  readonly preview: Preview;
}

/** How the images are read, and what is done to them; only what makes a difference to these files. */
export function PreviewChoices({ inspection, preview }: PreviewChoicesProps) {
  const treatment = useStore(inspection.store, (state) => state.treatment);
  const { found, stored, all } = preview;
  const change = (changes: Treatment): void => void inspection.change(changes);
  // Of what is on its way to be read, the reader's choice; else what was found.
  const reading = { ...found.reading, ...treatment } as Required<Reading>;
  return (
    <div className="preview-choices">
      {found.shapes.length > 0 && (
        <Sides shapes={found.shapes} sides={reading.sides} change={(sides) => change({ sides })} />
      )}
      <OfArrays preview={preview} reading={reading} change={change} />
      <OfTables preview={preview} reading={reading} change={change} />
      <Size stored={stored} size={treatment.size ?? 0} change={(size) => change({ size })} />
      {all > 1 && <AtMost all={all} count={treatment.count ?? 0} change={(count) => change({ count })} />}
      <Checks reading={reading} transposed={treatment.transposed ?? false} change={change} />
    </div>
  );
}

interface OfReading {
  readonly preview: Preview;
  readonly reading: Required<Reading>;
  change(changes: Treatment): void;
}

function OfArrays({ preview: { found }, reading, change }: OfReading) {
  const says = previewWords[useFigure().language];
  if (found.channels < 2) return null;
  const channels = Array.from({ length: found.channels }, (_, i) => String(i));
  return (
    <Select
      name={says.channel}
      value={String(reading.channel)}
      all={['mean', ...channels]}
      nameOf={(channel) => (channel === 'mean' ? says.mean : String(Number(channel) + 1))}
      onChange={(channel) => change({ channel: channel === 'mean' ? channel : Number(channel) })}
    />
  );
}

/** What stands for no column: no number does. */
const NO_COLUMN = '';

function OfTables({ preview: { found }, reading, change }: OfReading) {
  const says = previewWords[useFigure().language];
  if (found.columns.length === 0) return null;
  return (
    <>
      <Check name={says.header} checked={reading.hasHeader} change={(hasHeader) => change({ hasHeader })} />
      <Select
        name={says.labelColumn}
        value={reading.labelColumn === null ? NO_COLUMN : String(reading.labelColumn)}
        all={[NO_COLUMN, ...found.columns.map((_, i) => String(i))]}
        nameOf={(column) => (column === NO_COLUMN ? says.noColumn : (found.columns[Number(column)] ?? column))}
        onChange={(column) => change({ labelColumn: column === NO_COLUMN ? null : Number(column) })}
      />
    </>
  );
}

interface SizeProps {
  readonly stored: Preview['stored'];
  readonly size: number;
  change(size: number): void;
}

/** Pixels a side; images are never enlarged. */
function Size({ stored, size, change }: SizeProps) {
  const says = previewWords[useFigure().language];
  const { choices } = SPECS.size as { readonly choices: readonly number[] };
  const smaller = choices.filter((side) => side > 0 && side < Math.max(...stored));
  if (smaller.length === 0) return null;
  return (
    <Select
      name={says.broughtTo}
      value={String(smaller.includes(size) ? size : 0)}
      all={['0', ...smaller.map(String)]}
      nameOf={(side) => (side === '0' ? says.asStored(sizeText(...stored)) : sizeText(Number(side), Number(side)))}
      onChange={(side) => change(Number(side))}
    />
  );
}

interface ChecksProps {
  readonly reading: Required<Reading>;
  readonly transposed: boolean;
  change(changes: Treatment): void;
}

function Checks({ reading, transposed, change }: ChecksProps) {
  const says = previewWords[useFigure().language];
  return (
    <>
      <Check name={says.inverted} checked={reading.inverted} change={(inverted) => change({ inverted })} />
      <Check name={says.transposed} checked={transposed} change={(to) => change({ transposed: to })} />
      <Check name={says.stretched} checked={reading.stretched} change={(stretched) => change({ stretched })} />
    </>
  );
}

interface CheckProps {
  readonly name: string;
  readonly checked: boolean;
  change(checked: boolean): void;
}

function Check({ name, checked, change }: CheckProps) {
  return (
    <label className="preview-check">
      <input type="checkbox" checked={checked} onChange={(event) => change(event.target.checked)} />
      {name}
    </label>
  );
}
