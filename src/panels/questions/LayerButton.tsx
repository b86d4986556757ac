import type { LayerName } from '../../state/planeLayers';
import { questionWords } from '../../text/questions';
import { useFigure, useLayers } from '../context';
import { toPlane } from '../toPlane';

/** Shows on the plane what an answer is about, and goes there; pressed again, it hides it. */
export function LayerButton({ layer }: { layer: LayerName & ('uncovered' | 'gaps' | 'outliers') }) {
  const { lab, language } = useFigure();
  const shown = useLayers()[layer];
  return (
    <button
      type="button"
      className="button"
      aria-pressed={shown}
      onClick={({ currentTarget }) => {
        lab.layers.set({ [layer]: !shown });
        if (!shown) toPlane(currentTarget);
      }}
    >
      {questionWords[language].show[layer]}
    </button>
  );
}
