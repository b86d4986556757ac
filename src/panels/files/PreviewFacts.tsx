import { previewWords } from '../../text/preview';
import type { Preview } from '../../worker/libraryProtocol';
import { useFigure } from '../context';
import { count, short } from '../numbers';
import { sizeText } from './sizeText';

/** What is known of the images. */
export function PreviewFacts({ preview }: { preview: Preview }) {
  const { language } = useFigure();
  const says = previewWords[language];
  const { name, all, n, stored, width, height, found, classes } = preview;
  const { range, leftOut } = found;
  const size = sizeText(width, height);
  const before = sizeText(...stored);
  const rows: readonly (readonly [string, string])[] = [
    [says.file, name],
    [says.takenFor, all === 1 && found.format === 'png' ? says.onePng : (says.formats[found.format] ?? found.format)],
    [says.images, n === all ? count(n) : says.ofAll(count(n), count(all))],
    [says.size, size === before ? size : says.sized(before, size)],
    [says.range, says.rangeOf(valueText(range[0]), valueText(range[1]))],
    ...(leftOut.count > 0
      ? [[says.leftOut, says.leftOutOf(count(leftOut.count), leftOut.names.join(says.comma))] as const]
      : []),
  ];
  return (
    <dl className="preview-facts">
      {rows.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      <div>
        <dt>{says.classes}</dt>
        <dd>{classes === null ? says.noClasses : <ClassCounts classes={classes} />}</dd>
      </div>
    </dl>
  );
}

/** A number of a file: a whole one with all of its digits. */
const valueText = (value: number): string => (Number.isInteger(value) ? count(value) : short(value));

/** Each class with its images. */
function ClassCounts({ classes }: { classes: NonNullable<Preview['classes']> }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: of many classes it scrolls, by keys, too
    <ul className="preview-classes" tabIndex={0}>
      {classes.map(({ name, count: images }) => (
        <li key={name}>
          {name} <span>{count(images)}</span>
        </li>
      ))}
    </ul>
  );
}
