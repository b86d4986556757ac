import { useEffect, useMemo } from 'react';
import { Boundary } from '../../panels/Boundary';
import { Transport } from '../../panels/Transport';
import { OWN } from '../../state/comparedKeys';
import type { FigureSpec, SmallSpec } from '../../state/figureSpec';
import type { LabEntry } from '../../state/labs';
import type { Key } from '../../state/settings';
import { bindTogether } from '../../state/together';
import { useLeading } from '../compare/useLeading';
import { useSides } from '../compare/useSides';
import { usePage } from '../context';
import { LabView, OfLab } from '../LabView';
import { SmallControls } from './SmallControls';
import { SmallPanels } from './SmallPanels';

interface SmallPairProps {
  readonly spec: FigureSpec;
  readonly small: SmallSpec;
  readonly entries: readonly [LabEntry, LabEntry];
}

const isOwn = (key: Key): boolean => (OWN as readonly Key[]).includes(key);

/** Two models side by side that go in step: one row of controls for what they have in common, one each for the rest. */
export function SmallPair({ spec, small, entries }: SmallPairProps) {
  const { words } = usePage();
  const [left, right] = entries;
  useEffect(() => bindTogether([left.lab, right.lab], spec.linked), [left, right, spec]);
  const peers = useMemo(() => [right.lab], [right]);
  const leading = useLeading(entries);
  const { own, names } = useSides([left.lab, right.lab]);
  const panels = spec.labs.map((lab) => lab.panels.filter((panel) => panel !== 'transport'));
  return (
    <>
      {spec.labs[0]!.panels.includes('transport') && (
        <OfLab entry={leading} peers={peers}>
          <Transport />
          <SmallControls keys={small.controls.filter((key) => !isOwn(key))} />
        </OfLab>
      )}
      <div className="small-pair">
        {entries.map((entry, place) => (
          <Boundary key={entry.id} words={words}>
            <section aria-label={names[place]}>
              <LabView
                entry={entry}
                peers={place === 0 ? peers : [left.lab]}
                side={names[place]!}
                head={
                  <h3 className="small-side">
                    {names[place]}
                    {names[place] !== own[place] && <span className="small-own"> {own[place]}</span>}
                  </h3>
                }
              >
                <SmallPanels {...small} names={panels[place]!} controls={small.controls.filter(isOwn)} />
              </LabView>
            </section>
          </Boundary>
        ))}
      </div>
    </>
  );
}
