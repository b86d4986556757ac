import { useState } from 'react';
import { usePage } from '../figures/context';
import { lazyPart } from '../panels/lazyPart';
import { footWords } from '../text/foot';
import './Cite.css';

const Body = lazyPart(() => import('./CiteBody'), { useWords: () => usePage().words });

/** How to cite the page, fetched when it is opened. */
export function Cite() {
  const { language } = usePage();
  const [opened, setOpened] = useState(false);
  return (
    <details className="cite" onToggle={(event) => event.currentTarget.open && setOpened(true)}>
      <summary>{footWords[language].cite}</summary>
      {opened && <Body height="200px" />}
    </details>
  );
}
