import { useState } from 'react';
import { useFigure, useHidden } from './context';
import { lazyPart } from './lazyPart';
import './MoreSettings.css';

const Body = lazyPart(() => import('./MoreSettingsBody'));

/** Every setting that has no place of its own, fetched when it is opened. */
export function MoreSettings() {
  const { words } = useFigure();
  const hidden = useHidden('more');
  const [opened, setOpened] = useState(false);
  if (hidden) return null;
  return (
    <details className="more" onToggle={(event) => event.currentTarget.open && setOpened(true)}>
      <summary>{words.controls.more}</summary>
      {opened && <Body height="640px" />}
    </details>
  );
}
