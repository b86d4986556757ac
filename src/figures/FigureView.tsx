import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { Boundary } from '../panels/Boundary';
import { Controls } from '../panels/Controls';
import { FigureContext, PanelsContext, useFigure, useLab } from '../panels/context';
import { DecodedGrid } from '../panels/DecodedGrid';
import { DropZone } from '../panels/files/DropZone';
import { LatentPlane } from '../panels/LatentPlane';
import { LiveRegion } from '../panels/LiveRegion';
import { LossChart } from '../panels/LossChart';
import { MoreSettings } from '../panels/MoreSettings';
import { Notices } from '../panels/Notices';
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
import type { FigureLab, FigureSpec, PanelName } from '../state/figureSpec';
import type { LabEntry } from '../state/labs';
import { usePage } from './context';
import { EngineInstead } from './EngineInstead';
import { LabFailure } from './LabFailure';
import './figure.css';

/** What is decoded stands in one column, in this order; the image that is looked at comes first. */
const DECODED = {
  sample: Sample,
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

  useEffect(() => {
    const see = (visible: boolean): void => {
      for (const { lab } of own) labs.scheduler.see(lab, visible);
    };
    const observer = new IntersectionObserver((entries) => see(entries[entries.length - 1]!.isIntersecting));
    observer.observe(root.current!);
    return () => {
      observer.disconnect();
      see(false);
    };
  }, [own, labs]);

  return (
    <section className="figure lab" id={spec.id} ref={root} data-labs={spec.labs.length} tabIndex={-1}>
      {near ? (
        spec.labs.map((part, i) => (
          <Boundary key={part.id} words={words}>
            <LabView panels={part.panels} entry={own[i]!} />
          </Boundary>
        ))
      ) : (
        <div className="figure-place" />
      )}
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

/** One lab of a figure, with the panels that the table names. */
function LabView({ panels, entry: { id, lab, plane } }: { panels: FigureLab['panels']; entry: LabEntry }) {
  const surroundings = usePage();
  const figure = useMemo(() => ({ ...surroundings, id, lab, plane }), [surroundings, id, lab, plane]);
  return (
    <FigureContext value={figure}>
      <DropZone>
        <Notices />
        <LabFailure />
        <EngineInstead />
        <Panels names={panels} />
        <LiveRegion />
      </DropZone>
    </FigureContext>
  );
}

/** The panels by name. A lab that failed before it had anything to show has none: a picture stands for them. */
function Panels({ names }: { names: readonly PanelName[] }) {
  const { lab } = useFigure();
  const failed = useLab((state) => state.failure !== null);
  if (failed && lab.frame === null) return null;
  const those = (parts: Readonly<Record<string, () => ReactNode>>): ReactNode[] =>
    Object.entries(parts).flatMap(([name, Panel]) => (names.includes(name as PanelName) ? [<Panel key={name} />] : []));
  const decoded = those(DECODED);
  return (
    <PanelsContext value={names}>
      {names.includes('transport') && <Transport />}
      <div className="lab-panels">
        {those(BEFORE)}
        {decoded.length > 0 && <div className="decoded">{decoded}</div>}
        {those(AFTER)}
      </div>
    </PanelsContext>
  );
}
