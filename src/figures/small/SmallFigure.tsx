import { useMemo } from 'react';
import { Boundary } from '../../panels/Boundary';
import type { FigureSpec } from '../../state/figureSpec';
import { usePage } from '../context';
import { LabView } from '../LabView';
import { SmallPage } from './SmallPage';
import { SmallPair } from './SmallPair';
import { SmallPanels } from './SmallPanels';
import './small.css';

/** A figure that makes one point: its labs with two or three controls, and the number that it is about. */
export default function SmallFigure({ spec }: { readonly spec: FigureSpec }) {
  const {
    site: { labs },
    words,
  } = usePage();
  const small = spec.small!;
  const entries = useMemo(() => spec.labs.map(({ id }) => labs.entry(id)!), [spec, labs]);
  const [first, second] = entries;
  return (
    <SmallPage small={small}>
      <div className="small-figure">
        {spec.compared ? (
          <SmallPair spec={spec} small={small} entries={[first!, second!]} />
        ) : (
          spec.labs.map(({ panels }, place) => (
            <Boundary key={entries[place]!.id} words={words}>
              <LabView entry={entries[place]!}>
                <SmallPanels {...small} names={panels} />
              </LabView>
            </Boundary>
          ))
        )}
      </div>
    </SmallPage>
  );
}
