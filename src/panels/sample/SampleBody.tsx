import { ChevronLeft, ChevronRight, X } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { sampleWords } from '../../text/sample';
import { placeName, useFigure, useLab, useSelected } from '../context';
import { IconButton } from '../IconButton';
import { ImageTile } from '../ImageTile';
import { imageOf } from '../imageOf';
import { Draws } from './Draws';
import { LargestGaps } from './LargestGaps';
import { SampleNumbers } from './SampleNumbers';
import './sample.css';
import { useRebuilt } from './useRebuilt';

/** The card of the selected image: what it is, what the model makes of it, and what it says of it in numbers. */
export default function SampleBody() {
  const figure = useFigure();
  const { lab, words, language } = figure;
  const says = sampleWords[language];
  const dataset = useLab((state) => state.dataset);
  const selected = useSelected();
  const index = selected?.index ?? 0;
  const isHeldOut = useLab(({ run }) => run?.heldOut.includes(index) === true);
  const rebuilt = useRebuilt(index);
  if (selected === null || dataset === null || index >= dataset.n) return null;
  const { n, labels } = dataset;
  const go = (by: number): void => lab.selection.select(((lab.selection.index ?? index) + by + n) % n);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') lab.selection.release();
  };
  const name = words.plane.image(String(index));
  const kind = labels === null ? '' : ` · ${words.plane.classOf(String(labels[index]))}`;
  return (
    <section className="sample" aria-label={placeName(figure, name)} data-index={index} onKeyDown={onKeyDown}>
      <header className="sample-head">
        <h2>
          {name}
          {kind}
          {isHeldOut && ` · ${words.plane.heldOut}`}
        </h2>
        <IconButton name={says.previous} onClick={() => go(-1)}>
          <ChevronLeft aria-hidden="true" />
        </IconButton>
        <IconButton name={says.next} onClick={() => go(1)}>
          <ChevronRight aria-hidden="true" />
        </IconButton>
        <IconButton name={says.close} onClick={() => lab.selection.release()}>
          <X aria-hidden="true" />
        </IconButton>
      </header>
      <div className="sample-images">
        <figure>
          <ImageTile key={index} label={`${says.image}${kind}`} image={() => imageOf(dataset, index)} />
          <figcaption>x</figcaption>
        </figure>
        <figure>
          <ImageTile key={index} label={says.rebuilt} image={rebuilt} />
          <figcaption>x̂</figcaption>
        </figure>
        <Draws selected={selected} />
      </div>
      <SampleNumbers index={index} />
      <LargestGaps />
    </section>
  );
}
