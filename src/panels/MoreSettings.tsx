import { useState } from 'react';
import { useFigure } from './context';
import { latePart } from './lazyPart';
import './MoreSettings.css';

const Body = latePart('moreSettings');

/** Every setting that has no place of its own, fetched when it is opened. */
export function MoreSettings() {
  const { words } = useFigure();
  const [opened, setOpened] = useState(false);
  return (
    <details className="more" onToggle={(event) => event.currentTarget.open && setOpened(true)}>
      <summary>{words.controls.more}</summary>
      {opened && <Body height="320px" />}
    </details>
  );
}
