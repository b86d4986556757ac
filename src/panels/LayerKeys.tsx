import { layerKeyWords } from '../text/layerKeys';
import { useFigure, useFrameValue, useLayers } from './context';
import './LayerKeys.css';
import { count, short } from './numbers';
import { useSurveyed } from './plane/surveyed';
import { useOutline } from './useOutline';

/** Layers whose marks have a key here, in its order; the stretch has its own in the picture. */
const KEYED = [
  'density',
  'uncovered',
  'contours',
  'indicatrices',
  'heldOut',
  'arithmetic',
  'geodesic',
  'outliers',
  'gaps',
] as const;

/** What the marks of the layers are that are off at first, and of which step those are that take longest. */
export default function LayerKeys() {
  const { language } = useFigure();
  const shown = useLayers();
  const questions = useSurveyed((surveyed) => surveyed.questions);
  const words = layerKeyWords[language];
  const { outline, many } = useOutline();
  const share = useFrameValue((frame) => frame?.noiseScale ?? 1);
  const said = (layer: (typeof KEYED)[number]): string => {
    // q̄ is of the encoder's own posteriors, whatever share of their width the plane draws and samples use.
    if ((layer === 'density' || layer === 'contours') && share !== 1 && outline !== 'point')
      return words.fullWidth(words[layer], many, short(share));
    if (questions === null || !(layer === 'outliers' || layer === 'gaps')) return words[layer];
    const { outliers, plausibility, step } = questions;
    const drawn = count((layer === 'gaps' ? plausibility.gaps : outliers.listed).length);
    const isAll = layer === 'gaps' || outliers.listed.length === outliers.count;
    return words.found(words[layer], isAll ? drawn : words.drawn(drawn, count(outliers.count)), count(step));
  };
  return (
    <ul className="legend layer-keys">
      {KEYED.filter((layer) => shown[layer]).map((layer) => (
        <li key={layer} className={`key key-${layer}`}>
          {said(layer)}
        </li>
      ))}
    </ul>
  );
}
