import { SPECS } from '../../state/settings';
import { previewWords } from '../../text/preview';
import { useFigure } from '../context';
import { count as counted } from '../numbers';
import { TextField } from '../TextField';
import { useDraft } from '../useDraft';
import { parseSize, sizeText } from './sizeText';

interface AtMostProps {
  /** Images that there are. */
  readonly all: number;
  /** 0 for all of them. */
  readonly count: number;
  change(count: number): void;
}

/** The text of a number of images; none of 0. */
const textOf = (count: number): string => (count === 0 ? '' : String(count));

/** How many images are taken at most, evenly from all over the files; all where nothing is said. */
export function AtMost({ all, count, change }: AtMostProps) {
  const says = previewWords[useFigure().language];
  const { max } = SPECS.count as { readonly max: number };
  const { field } = useDraft(textOf(count), (text) => {
    const images = Math.round(Number(text));
    const next = images >= 1 && images < all ? Math.min(max, images) : 0;
    if (next !== count) change(next);
    return textOf(next);
  });
  return (
    <TextField
      name={says.atMost}
      wrong={null}
      type="number"
      min={1}
      step={1}
      placeholder={says.allOf(counted(all))}
      {...field}
    />
  );
}

interface SidesProps {
  /** Those that are likely. */
  readonly shapes: readonly (readonly [width: number, height: number])[];
  readonly sides: readonly [width: number, height: number];
  change(sides: readonly [width: number, height: number]): void;
}

/** Pixels across and down, where the file does not say: one of the likely shapes, or any other. */
export function Sides({ shapes, sides, change }: SidesProps) {
  const says = previewWords[useFigure().language];
  const { field, refused } = useDraft(sizeText(...sides), (text) => {
    const read = parseSize(text);
    if (read === null) return null;
    change(read);
    return sizeText(...read);
  });
  return (
    <TextField
      name={says.sides}
      wrong={refused ? says.badSides : null}
      suggestions={shapes.map((shape) => sizeText(...shape))}
      {...field}
    />
  );
}
