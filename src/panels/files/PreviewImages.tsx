import { useEffect, useRef } from 'react';
import { previewWords } from '../../text/preview';
import type { Preview } from '../../worker/libraryProtocol';
import { useFigure } from '../context';
import { count } from '../numbers';
import { useSheet } from '../useSheet';

/** Images a row, at most. */
const COLUMNS = 8;

/** The first images, as they would be trained on. */
export function PreviewImages({ preview: { images, width, height, n } }: { preview: Preview }) {
  const { language } = useFigure();
  const says = previewWords[language];
  const canvas = useRef<HTMLCanvasElement>(null);
  const sheet = useSheet(canvas);
  const shown = images.length / (width * height);
  const columns = Math.min(COLUMNS, shown);
  useEffect(() => sheet.paint({ images, width, height, columns }), [sheet, images, width, height, columns]);
  const label = shown < n ? says.first(count(shown), count(n)) : says.all(count(n));
  return (
    <figure className="preview-images">
      <canvas
        ref={canvas}
        role="img"
        aria-label={label}
        style={{ aspectRatio: (columns * width) / (Math.ceil(shown / columns) * height) }}
      />
      <figcaption className="fine">{label}</figcaption>
    </figure>
  );
}
