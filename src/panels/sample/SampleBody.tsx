import { ChevronLeft, ChevronRight, Pencil, Pin, X } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { imageOf } from '../../math/imageOf';
import { imageSurveyOf } from '../../state/imageSurvey';
import { lateWords } from '../../text/late';
import { sampleWords } from '../../text/sample';
import { placeName, useFigure, useHasCodes, useHasPanel, useLab, useSelected } from '../context';
import { IconButton } from '../IconButton';
import { ImageTile } from '../ImageTile';
import { imageSaid } from '../imageSaid';
import { centreOfSample, sampleOf } from '../sampleOf';
import { Draws } from './Draws';
import { LargestGaps } from './LargestGaps';
import { SampleNumbers } from './SampleNumbers';
import '../card.css';
import './sample.css';

import { useRebuilt } from './useRebuilt';

/** The card of the selected image: what it is, what the model makes of it, and what it says of it in numbers. */
export default function SampleBody() {
  const figure = useFigure();
  const { lab, language } = figure;
  const says = sampleWords[language];
  const dataset = useLab((state) => state.dataset);
  const selected = useSelected();
  const index = selected?.index ?? 0;
  const isHeldOut = useLab(({ run }) => run?.heldOut.includes(index) === true);
  const rebuilt = useRebuilt(index);
  const hasPad = useHasPanel('draw');
  const hasCodes = useHasCodes();
  if (selected === null || dataset === null || index >= dataset.n) return null;
  const { n } = dataset;
  const go = (by: number): void => lab.selection.select(((lab.selection.index ?? index) + by + n) % n);
  const edit = (image: number): Promise<void> =>
    lab.pad.draw(image).then(
      // The pad has the place of the card, and shows the image's posterior beside that of what is made of it.
      () => lab.selection.release(),
      // Its panel, which opens, says so if the script for it does not come.
      () => lab.pad.open(true),
    );
  const pin = (): void => {
    const { frame } = lab;
    const sample = frame === null ? null : sampleOf(frame, index, imageSurveyOf(lab).store.getState().answer);
    if (sample === null) return;
    const { x, y, code } = centreOfSample(sample, frame!);
    lab.pins.add(x, y, undefined, code);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') lab.selection.release();
  };
  const name = lateWords[language].image.name(String(index));
  const kind = imageSaid(dataset, index, language)
    .map((said) => ` · ${said}`)
    .join('');
  return (
    <section className="card sample" aria-label={placeName(figure, name)} data-index={index} onKeyDown={onKeyDown}>
      <header className="card-head">
        <h2>
          {name}
          {kind}
          {isHeldOut && ` · ${lateWords[language].image.heldOut}`}
        </h2>
        {hasPad && (
          <IconButton name={says.edit} onClick={() => void edit(index)}>
            <Pencil aria-hidden="true" />
          </IconButton>
        )}
        <IconButton name={says.pin} disabled={!hasCodes} onClick={pin}>
          <Pin aria-hidden="true" />
        </IconButton>
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
        {hasCodes && (
          <>
            <figure>
              <ImageTile key={index} label={says.rebuilt} image={rebuilt} />
              <figcaption>x̂</figcaption>
            </figure>
            <Draws selected={selected} />
          </>
        )}
      </div>
      <SampleNumbers index={index} />
      <LargestGaps />
    </section>
  );
}
