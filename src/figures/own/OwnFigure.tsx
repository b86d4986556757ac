import { useState } from 'react';
import { fetchedPart } from '../../panels/lazyPart';
import { listed } from '../../platform/importer';
import type { FigureSpec } from '../../state/figureSpec';
import { usePage } from '../context';
import type ownParts from './parts';

const fetchPart = listed(() => import('./parts'));

/** A figure with a component of its own, which is fetched by its id. */
export default function OwnFigure({ spec }: { readonly spec: FigureSpec }) {
  const [Part] = useState(() =>
    fetchedPart(() => fetchPart(spec.id as keyof typeof ownParts), { useWords: () => usePage().words }),
  );
  return <Part place="figure-place" />;
}
