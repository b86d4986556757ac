import { useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { Boundary } from '../../panels/Boundary';
import type { FigureSpec } from '../../state/figureSpec';
import type { Sweep } from '../../state/sweep';
import type { SweepDesk } from '../../state/sweepDesk';
import { sweepWords } from '../../text/sweep';
import { type SectionId, titles } from '../../text/titles';
import { usePage } from '../context';
import { FigureHead } from '../FigureHead';
import { useSight } from '../useSight';
import { deskOf } from './deskOf';
import { ModelCard } from './ModelCard';
import { RateChart } from './RateChart';
import { SweepEmpty } from './SweepEmpty';
import { SweepForm } from './SweepForm';
import { SweepProgress } from './SweepProgress';
import { SweepShare } from './SweepShare';
import { SweepStart } from './SweepStart';
import { SweepTable } from './SweepTable';
import './sweep.css';
import { TermCurves } from './TermCurves';
import { SweepContext } from './useBase';

/** Several values of one setting, trained at once: planned, begun, watched and opened. A small one has its plan from the table of figures. */
export default function SweepFigure({ spec }: { readonly spec: FigureSpec }) {
  const { site, words, language, hidden } = usePage();
  const says = sweepWords[language];
  const desk = deskOf(site, spec);
  const sweep = useStore(desk.store, (state) => state.sweep);
  const begun = useStore(desk.store, (state) => state.begun);
  const root = useRef<HTMLElement>(null);
  const [visible, setVisible] = useState(false);
  useSight(root, setVisible);
  useEffect(() => sweep?.see(visible), [sweep, visible]);
  const isSmall = spec.small !== undefined;
  const titleId = `${spec.id}-title`;
  const named = isSmall ? { 'aria-label': titles[language][spec.id as SectionId] } : { 'aria-labelledby': titleId };
  return (
    <SweepContext value={spec.sweeps!}>
      <section className="sweep" data-small={isSmall} {...named} ref={root}>
        {!isSmall && <FigureHead id={titleId} title={says.title} lead={says.caption} />}
        {!hidden.has('share') && <SweepShare id={spec.id} sweep={sweep} root={root} />}
        {isSmall ? <SweepStart desk={desk} /> : <SweepForm desk={desk} />}
        {sweep === null && isSmall && <SweepEmpty desk={desk} />}
        {sweep !== null && (
          <Boundary words={words}>
            <Watched key={begun} desk={desk} sweep={sweep} isSmall={isSmall} />
          </Boundary>
        )}
      </section>
    </SweepContext>
  );
}

interface WatchedProps {
  readonly desk: SweepDesk;
  readonly sweep: Sweep;
  /** Whether it makes one point: with the terms of the loss over the training, and without the table. */
  readonly isSmall: boolean;
}

function Watched({ desk, sweep, isSmall }: WatchedProps) {
  const { language } = usePage();
  const says = sweepWords[language];
  /** The model that is pointed at, by its place, and the one that was pressed; −1 for none. */
  const [pointed, setPointed] = useState(-1);
  const [chosen, setChosen] = useState(-1);
  const lit = pointed < 0 ? chosen : pointed;
  // Larger values have more ink, in whatever order they are listed.
  const shares = useMemo(() => {
    const sorted = sweep.models.map(({ value }) => value).sort((a, b) => a - b);
    return sweep.models.map(({ value }) => sorted.indexOf(value) / (sorted.length - 1));
  }, [sweep]);
  return (
    <>
      <SweepProgress desk={desk} sweep={sweep} />
      <ul className="sweep-models" aria-label={says.models}>
        {sweep.models.map((model, place) => (
          <ModelCard
            key={model.id}
            sweep={sweep}
            place={place}
            share={shares[place]!}
            lit={place === lit}
            point={(isPointed) => setPointed(isPointed ? place : -1)}
          />
        ))}
      </ul>
      {isSmall && <TermCurves sweep={sweep} shares={shares} />}
      <RateChart sweep={sweep} shares={shares} lit={lit} point={setPointed} choose={setChosen} />
      {!isSmall && <SweepTable sweep={sweep} />}
    </>
  );
}
