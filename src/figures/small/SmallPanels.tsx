import type { ReactNode } from 'react';
import { PanelsContext } from '../../panels/context';
import { DrawOpener } from '../../panels/Draw';
import { latePart } from '../../panels/lazyPart';
import { Transport } from '../../panels/Transport';
import type { LargeNumber as NumberName, PanelName } from '../../state/figureSpec';
import type { Key } from '../../state/settings';
import { BELOW, DECODED, PLANE, panelsNamed } from '../panelParts';
import { HeldNoise } from './HeldNoise';
import { LargeNumber } from './LargeNumber';
import { SmallControls } from './SmallControls';

const LiveRegion = latePart('liveRegion', { from: 'drawn' });

/** What is decoded, each open from the first: a small figure shows what it is about. */
const OPEN = { ...DECODED, reparameterise: HeldNoise } as const;

interface SmallPanelsProps {
  readonly names: readonly PanelName[];
  /** Settings whose controls are shown. */
  readonly controls: readonly Key[];
  /** What is shown large; null for nothing. */
  readonly number: NumberName | null;
}

/** The panels of one lab of a small figure. */
export function SmallPanels({ names, controls, number }: SmallPanelsProps): ReactNode {
  const decoded = panelsNamed(OPEN, names);
  return (
    <PanelsContext value={names}>
      {names.includes('transport') && <Transport />}
      <div className="small-panels">
        {names.includes('controls') && <SmallControls keys={controls} />}
        {number !== null && <LargeNumber of={number} />}
        {panelsNamed(PLANE, names)}
        {decoded.length > 0 && (
          <div className="decoded">
            {decoded}
            {names.includes('draw') && <DrawOpener />}
          </div>
        )}
        {panelsNamed(BELOW, names)}
      </div>
      <LiveRegion height="0" />
    </PanelsContext>
  );
}
