import { layerKeyWords } from '../text/layerKeys';
import { useFigure, useLayers } from './context';
import './LayerKeys.css';
import { count } from './numbers';
import { useSurveyed } from './plane/surveyed';

/** Layers whose marks have a key here, in its order; the stretch has its own in the picture. */
const KEYED = ['density', 'uncovered', 'contours', 'indicatrices', 'geodesic', 'outliers', 'gaps'] as const;

/** What the marks of the layers are that are computed, and of which step those are that take longest. */
export default function LayerKeys() {
  const { language } = useFigure();
  const shown = useLayers();
  const found = useSurveyed(({ questions }) => questions?.step ?? null);
  const words = layerKeyWords[language];
  return (
    <ul className="legend layer-keys">
      {KEYED.filter((layer) => shown[layer]).map((layer) => (
        <li key={layer} className={`key key-${layer}`}>
          {(layer === 'outliers' || layer === 'gaps') && found !== null
            ? words.found(words[layer], count(found))
            : words[layer]}
        </li>
      ))}
    </ul>
  );
}
