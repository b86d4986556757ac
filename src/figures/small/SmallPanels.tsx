import type { ReactNode } from 'react';
import { PanelsContext } from '../../panels/context';
import { latePart, lazyPart } from '../../panels/lazyPart';
import { Transport } from '../../panels/Transport';
import type { PanelName, SmallSpec } from '../../state/figureSpec';
import type { Key } from '../../state/settings';
import { BELOW, DECODED, PLANE, panelsNamed } from '../panelParts';
import { HeldNoise } from './HeldNoise';
import { LargeNumber } from './LargeNumber';
import { OpenFactors } from './OpenFactors';
import { OpenPad } from './OpenPad';
import { SmallControls } from './SmallControls';

const LiveRegion = latePart('liveRegion', { from: 'drawn' });

/** The same panels as elsewhere, but for those that are open from the first: a small figure shows what it is about. */
const OF_SMALL = {
  decoded: { ...DECODED, draw: OpenPad, reparameterise: HeldNoise },
  below: { ...BELOW, factors: OpenFactors },
} as const;

/** By the names that specs have for them, with the classes of places as high as they are: something may stand below them. */
const CHARTS = {
  axes: { Chart: lazyPart(() => import('./axes/Axes'), { from: 'drawn' }), place: 'axes-place' },
  blend: { Chart: lazyPart(() => import('./blend/Blend'), { from: 'drawn' }), place: 'blend-place' },
  klParts: { Chart: lazyPart(() => import('./klParts/KlParts'), { from: 'drawn' }), place: 'kl-parts-place' },
} as const;

interface SmallPanelsProps extends Pick<SmallSpec, 'number' | 'chart'> {
  readonly names: readonly PanelName[];
  /** Settings whose controls are shown. */
  readonly controls: readonly Key[];
}

/** The panels of one lab of a small figure. */
export function SmallPanels({ names, controls, number, chart }: SmallPanelsProps): ReactNode {
  const decoded = panelsNamed(OF_SMALL.decoded, names);
  const beside = chart === undefined ? null : CHARTS[chart];
  return (
    <PanelsContext value={names}>
      {names.includes('transport') && <Transport />}
      <div className="small-panels">
        {names.includes('controls') && <SmallControls keys={controls} />}
        {number !== null && <LargeNumber of={number} />}
        {panelsNamed(PLANE, names)}
        {(decoded.length > 0 || beside !== null) && (
          <div className="decoded">
            {beside !== null && <beside.Chart place={beside.place} />}
            {decoded}
          </div>
        )}
        {panelsNamed(OF_SMALL.below, names)}
      </div>
      <LiveRegion height="0" />
    </PanelsContext>
  );
}
