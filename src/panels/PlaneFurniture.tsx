import { Layers, Maximize, Minus, Plus } from 'lucide-react';
import { useState } from 'react';
import { outlineReach } from '../math/family';
import { LAYERS, type LayerName, USUAL_LAYERS } from '../state/planeLayers';
import { useFigure, useFrameValue, useHasPanel, useHidden, useLab, useLayers, useSelected } from './context';
import { IconButton } from './IconButton';
import { latePart } from './lazyPart';
import { short } from './numbers';
import { useOutline } from './useOutline';

interface PlaneButtonsProps {
  /** @param direction 1 closer, −1 farther */
  zoom(direction: 1 | -1): void;
  fit(): void;
}

const LayerChoices = latePart('layerChoices');
const ColourKey = latePart('colourKey');
const LayerKeys = latePart('layerKeys');
const RegionTool = latePart('regionTool', { from: 'drawn' });
const Geodesic = latePart('geodesic');

/** Layers that have no key of their own below. */
const KEYLESS: readonly LayerName[] = [...USUAL_LAYERS, 'stretch'];

/**
 * What the marks of the plane are, how it is used, and what it shows; below the plane, so that no button hides a part
 * of the picture.
 */
export function PlaneFoot(props: PlaneButtonsProps) {
  const { id, words } = useFigure();
  const { plane } = words;
  const [choosing, setChoosing] = useState(false);
  const hidden = useHidden('layers');
  const hasRegion = useHasPanel('region');
  const shown = useLayers();
  // Its place is kept before the images have come: a factor is chosen where it is known that they have some.
  const hasColourKey = useLab(({ dataset, settings }) => settings.colour !== '' || dataset?.classNames !== undefined);
  const choicesId = `${id}-layers`;
  return (
    <div className="plane-foot">
      <PlaneLegend />
      {hasColourKey && <ColourKey height="20px" />}
      {LAYERS.some((layer) => shown[layer] && !KEYLESS.includes(layer)) && <LayerKeys height="20px" />}
      <div className="plane-use">
        <p className="fine hint-mouse">{plane.hint}</p>
        <p className="fine hint-touch">{plane.hintTouch}</p>
        <div className="plane-buttons">
          {hasRegion && <RegionTool place="button button-icon region-place" />}
          {!hidden && (
            <button
              type="button"
              className="button button-quiet"
              aria-expanded={choosing}
              aria-controls={choicesId}
              onClick={() => setChoosing(!choosing)}
            >
              <Layers aria-hidden="true" />
              {plane.layers}
            </button>
          )}
          <ZoomButtons {...props} />
        </div>
      </div>
      {shown.geodesic && <Geodesic height="132px" />}
      <div id={choicesId}>{choosing && <LayerChoices height="96px" />}</div>
    </div>
  );
}

/** The marks that are there from the first. */
function PlaneLegend() {
  const { lab, words } = useFigure();
  const { points, ellipses, truePosterior, predicted } = useLayers();
  const selected = useSelected() !== null;
  const { plane } = words;
  const { family, outline, one } = useOutline();
  const noiseScale = useFrameValue((frame) => frame?.noiseScale ?? lab.settings.noiseScale);
  // How far outlines reach, in σ: they are drawn as large as the share s of them that samples use.
  const reach = short(outlineReach(family, 1, noiseScale));
  const legend =
    outline === 'point'
      ? plane.legendPoints
      : reach === '0'
        ? plane.legendNoNoise(one)
        : plane.legendOutline(one, reach);
  return (
    <ul className="legend">
      {points && <li className="key key-centre">{plane.legendPoint}</li>}
      {ellipses && (
        <li className="key key-outline" data-outline={outline}>
          {legend}
        </li>
      )}
      <li className="key key-prior">{plane.legendPrior}</li>
      {selected && truePosterior && <li className="key key-truth">{plane.legendTruth}</li>}
      {selected && predicted && <li className="key key-predicted">{plane.legendPredicted}</li>}
    </ul>
  );
}

/** Closer, farther, and back to the window that holds all codes, for those who have neither wheel nor two fingers. */
function ZoomButtons({ zoom, fit }: PlaneButtonsProps) {
  const { plane } = useFigure().words;
  return (
    <>
      <IconButton name={plane.zoomIn} onClick={() => zoom(1)}>
        <Plus aria-hidden="true" />
      </IconButton>
      <IconButton name={plane.zoomOut} onClick={() => zoom(-1)}>
        <Minus aria-hidden="true" />
      </IconButton>
      <IconButton name={plane.fit} onClick={fit}>
        <Maximize aria-hidden="true" />
      </IconButton>
    </>
  );
}
