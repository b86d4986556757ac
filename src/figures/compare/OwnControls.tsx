import { useState } from 'react';
import { useFigure } from '../../panels/context';
import { LargeSliders } from '../../panels/LargeSliders';
import { lazyPart } from '../../panels/lazyPart';
import { OWN_FOLDED } from '../../state/comparedKeys';
import { compareWords } from '../../text/compare';

const OwnSettings = lazyPart(() => import('./OwnSettings'));

/** What one of the two models has for itself: its two sliders, and posterior and likelihood folded below. */
export function OwnControls() {
  const { language, hidden } = useFigure();
  const [opened, setOpened] = useState(false);
  return (
    <div className="own-controls">
      <LargeSliders />
      {!OWN_FOLDED.every((key) => hidden.has(key)) && (
        <details className="own-settings" onToggle={(event) => event.currentTarget.open && setOpened(true)}>
          <summary>{compareWords[language].own}</summary>
          {opened && <OwnSettings height="132px" />}
        </details>
      )}
    </div>
  );
}
