import { type ReactNode, useMemo } from 'react';
import { FigureContext, useDrawn, useFigure, useLab } from '../panels/context';
import { Failure } from '../panels/Failure';
import { DropZone } from '../panels/files/DropZone';
import { Notices } from '../panels/Notices';
import { useFetched } from '../panels/useFetched';
import type { Lab } from '../state/lab';
import type { LabEntry } from '../state/labs';
import { usePage } from './context';
import { fetchLate } from './fetchLate';

const NONE: readonly Lab[] = [];

interface LabViewProps {
  readonly entry: LabEntry;
  /** Those that it is compared with. */
  readonly peers?: readonly Lab[];
  /** What tells it from those. */
  readonly side?: string;
  /** Stands above what its lab has to tell. */
  readonly head?: ReactNode;
  readonly children: ReactNode;
}

/** One lab of a figure: what it has to tell, and its panels. One that failed before it had anything to show has none. */
export function LabView({ entry, peers = NONE, side, head, children }: LabViewProps) {
  return (
    <OfLab entry={entry} peers={peers} side={side}>
      <DropZone>
        {head}
        <Notices />
        <Failures>{children}</Failures>
      </DropZone>
    </OfLab>
  );
}

interface OfLabProps extends Pick<LabViewProps, 'peers' | 'children'> {
  readonly entry: Pick<LabEntry, 'id' | 'lab' | 'plane' | 'pointer'>;
  readonly side?: string | null | undefined;
}

/** What is inside is of this lab. */
export function OfLab({ entry, peers = NONE, side = null, children }: OfLabProps) {
  const surroundings = usePage();
  const figure = useMemo(() => {
    const { id, lab, plane, pointer } = entry;
    return { ...surroundings, id, lab, plane, pointer, peers, side };
  }, [surroundings, entry, peers, side]);
  return <FigureContext value={figure}>{children}</FigureContext>;
}

const fetchFailures = () => fetchLate('failures');

/** Panels below what their lab has to tell of failures. Where it failed before there was anything to show, a picture stands for them. */
function Failures({ children }: Pick<LabViewProps, 'children'>) {
  const { lab, words } = useFigure();
  const hasFailed = useLab((state) => state.failure !== null);
  const { part, failed, get } = useFetched(fetchFailures, useDrawn(lab));
  return (
    <>
      {part !== null && <part.default />}
      {failed && <Failure says={words.failure.part} words={words} retry={get} />}
      {hasFailed && part !== null && lab.frame === null ? null : children}
    </>
  );
}
