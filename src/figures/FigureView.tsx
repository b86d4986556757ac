import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { Boundary } from '../panels/Boundary';
import { Controls } from '../panels/Controls';
import { PanelsContext } from '../panels/context';
import { DecodedGrid } from '../panels/DecodedGrid';
import { Draw, DrawOpener } from '../panels/Draw';
import { Factors } from '../panels/Factors';
import { LatentPlane } from '../panels/LatentPlane';
import { LossChart } from '../panels/LossChart';
import { fetchedPart, latePart } from '../panels/lazyPart';
import { MoreSettings } from '../panels/MoreSettings';
import { Numbers } from '../panels/Numbers';
import { Path } from '../panels/Path';
import { Pins } from '../panels/Pins';
import { Prior } from '../panels/Prior';
import { Questions } from '../panels/Questions';
import { Region } from '../panels/Region';
import { Reparameterise } from '../panels/Reparameterise';
import { Sample } from '../panels/Sample';
import { SlowMotion } from '../panels/SlowMotion';
import { Strip } from '../panels/Strip';
import { Timeline } from '../panels/Timeline';
import { Transport } from '../panels/Transport';
import type { FigureSpec, PanelName } from '../state/figureSpec';
import { usePage } from './context';
import { fetchLate } from './fetchLate';
import './figure.css';
import { LabView } from './LabView';
import { useSight } from './useSight';

const ofPage = { useWords: () => usePage().words };
const Comparison = fetchedPart(() => fetchLate('comparison'), ofPage);
const SweepFigure = fetchedPart(() => fetchLate('sweep'), ofPage);

const LiveRegion = latePart('liveRegion', { from: 'drawn' });

/** What is decoded stands in one column, in this order; images that are looked at and drawn come first. */
const DECODED = {
  sample: Sample,
  draw: Draw,
  grid: DecodedGrid,
  region: Region,
  strip: Strip,
  pins: Pins,
  slowMotion: SlowMotion,
  reparameterise: Reparameterise,
  prior: Prior,
} as const;
const BEFORE = { controls: Controls, plane: LatentPlane } as const;
const AFTER = {
  path: Path,
  loss: LossChart,
  timeline: Timeline,
  more: MoreSettings,
  numbers: Numbers,
  questions: Questions,
  factors: Factors,
} as const;

/** How far below and above the window a figure is made ready, in heights of the window. */
const NEAR = '100%';

/** Any figure of the table, with labs of its own. Its panels are mounted when it comes near. */
export function FigureView({ spec }: { spec: FigureSpec }) {
  const {
    site: { labs },
    words,
  } = usePage();
  const root = useRef<HTMLElement>(null);
  const own = useMemo(() => spec.labs.map(({ id }) => labs.entry(id)!), [spec, labs]);
  // The first figure of the page is what the reader has come for.
  const near = useNear(root, labs.all[0]?.id === spec.id);

  useSight(root, (visible) => {
    for (const { lab } of own) labs.scheduler.see(lab, visible);
  });

  return (
    <section
      className="figure lab"
      id={spec.id}
      ref={root}
      data-labs={spec.compared || spec.sweeps ? 1 : spec.labs.length}
      tabIndex={-1}
    >
      {!near && <div className="figure-place" />}
      {near && spec.compared && (
        <Boundary words={words}>
          <Comparison spec={spec} height="700px" />
        </Boundary>
      )}
      {near && spec.sweeps && (
        <Boundary words={words}>
          <SweepFigure spec={spec} height="700px" />
        </Boundary>
      )}
      {near &&
        !spec.compared &&
        spec.labs.map((part, i) => (
          <Boundary key={part.id} words={words}>
            <LabView entry={own[i]!}>
              <Panels names={part.panels} />
            </LabView>
          </Boundary>
        ))}
      {spec.caption !== null && <p className="caption">{words.captions[spec.caption]}</p>}
    </section>
  );
}

/** Whether an element is, or has been, near the window. */
function useNear(element: React.RefObject<HTMLElement | null>, first: boolean): boolean {
  const [near, setNear] = useState(first);
  useEffect(() => {
    if (near) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setNear(true);
      },
      { rootMargin: `${NEAR} 0px` },
    );
    observer.observe(element.current!);
    return () => observer.disconnect();
  }, [element, near]);
  return near;
}

/** The panels by name. */
function Panels({ names }: { names: readonly PanelName[] }) {
  const those = (parts: Readonly<Record<string, () => ReactNode>>): ReactNode[] =>
    Object.entries(parts).flatMap(([name, Panel]) => (names.includes(name as PanelName) ? [<Panel key={name} />] : []));
  const decoded = those(DECODED);
  return (
    <PanelsContext value={names}>
      {names.includes('transport') && <Transport />}
      <div className="lab-panels">
        {those(BEFORE)}
        {decoded.length > 0 && (
          <div className="decoded">
            {decoded}
            {names.includes('draw') && <DrawOpener />}
          </div>
        )}
        {those(AFTER)}
      </div>
      <LiveRegion height="0" />
    </PanelsContext>
  );
}
