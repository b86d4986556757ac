import { type ReactNode, useMemo } from 'react';
import { FigureContext, useLab } from '../panels/context';
import { DropZone } from '../panels/files/DropZone';
import { Notices } from '../panels/Notices';
import type { Lab } from '../state/lab';
import type { LabEntry } from '../state/labs';
import { usePage } from './context';
import { EngineInstead } from './EngineInstead';
import { LabFailure } from './LabFailure';

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
        <LabFailure />
        <EngineInstead />
        <UnlessFailed entry={entry}>{children}</UnlessFailed>
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

function UnlessFailed({ entry, children }: Pick<LabViewProps, 'entry' | 'children'>) {
  const failed = useLab((state) => state.failure !== null);
  // A picture stands for its panels.
  return failed && entry.lab.frame === null ? null : children;
}
