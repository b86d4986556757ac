import type { LayerName } from '../../state/planeLayers';
import { questionWords } from '../../text/questions';
import { useFigure, useLayers } from '../context';

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
        if (shown) return;
        // At once: on a phone the plane is screens away, and what is asked for is there.
        currentTarget.closest('.lab-panels')?.querySelector('.plane')?.scrollIntoView({ block: 'nearest' });
      }}
    >
      {questionWords[language].show[layer]}
    </button>
  );
}
