import { lateWords } from '../text/late';
import { useFigure, useHasPanel } from './context';

/** What keys do on the plane, which it has for its description. */
export function PlaneKeys({ id }: { readonly id: string }) {
  const { language, words } = useFigure();
  const hasRegion = useHasPanel('region');
  const { keys, regionKeys } = lateWords[language].plane;
  return (
    <p id={id} className="fine plane-keys">
      {hasRegion ? keys + words.space + regionKeys : keys}
    </p>
  );
}
