import type { ReactNode } from 'react';
import { Controls } from '../panels/Controls';
import { DecodedGrid } from '../panels/DecodedGrid';
import { Draw } from '../panels/Draw';
import { Factors } from '../panels/Factors';
import { LatentPlane } from '../panels/LatentPlane';
import { LossChart } from '../panels/LossChart';
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
import type { PanelName } from '../state/figureSpec';

/** What is decoded stands in one column, in this order; images that are looked at and drawn come first. */
export const DECODED = {
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

export const CONTROLS = { controls: Controls } as const;
export const PLANE = { plane: LatentPlane } as const;

export const BELOW = {
  path: Path,
  loss: LossChart,
  timeline: Timeline,
  more: MoreSettings,
  numbers: Numbers,
  questions: Questions,
  factors: Factors,
} as const;

/** Those of some panels that are named. */
export const panelsNamed = (
  parts: Readonly<Partial<Record<PanelName, () => ReactNode>>>,
  names: readonly PanelName[],
): ReactNode[] =>
  Object.entries(parts).flatMap(([name, Panel]) => (names.includes(name as PanelName) ? [<Panel key={name} />] : []));
