import type { LayerName } from '../../state/planeLayers';
import { questionWords } from '../../text/questions';
import { useFigure, useLayers } from '../context';

/** Shows on the plane what an answer is about, and goes there; pressed again, it hides it. */
export function LayerButton({ layer }: { layer: LayerName & ('uncovered' | 'gaps' | 'outliers') }) {
  const { lab, language, still } = useFigure();
  const shown = useLayers()[layer];
  return (
    <button
      type="button"
      className="button"
      aria-pressed={shown}
      onClick={({ currentTarget }) => {
        lab.layers.set({ [layer]: !shown });
        if (shown) return;
        const plane = currentTarget.closest('.lab-panels')?.querySelector('.plane');
        plane?.scrollIntoView({ block: 'nearest', behavior: still ? 'auto' : 'smooth' });
      }}
    >
      {questionWords[language].show[layer]}
    </button>
  );
}
