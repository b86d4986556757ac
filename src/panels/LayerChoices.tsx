import { useEffect, useRef } from 'react';
import { LAYERS, type LayerName } from '../state/planeLayers';
import { layerWords } from '../text/layers';
import { ColourChoice } from './ColourChoice';
import { useFigure, useHasCodes, useLayers } from './context';
import './LayerChoices.css';

/** Layers that are of the decoder; all others are of codes of images. */
const OF_DECODER: readonly LayerName[] = ['stretch', 'indicatrices', 'geodesic'];

/** What the plane shows, one by one, and what each of them is. */
export default function LayerChoices() {
  const { lab, words, language } = useFigure();
  const shown = useLayers();
  const hasCodes = useHasCodes();
  const said = layerWords[language];
  const list = useRef<HTMLFieldSetElement>(null);
  // It unfolds below the plane, where there may be no more screen.
  useEffect(() => {
    list.current!.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <fieldset className="layers" ref={list}>
      <legend className="hidden">{words.plane.layers}</legend>
      {!hasCodes && (
        <p className="fine layers-lacking">
          {said.decoderAlone(new Intl.ListFormat(language).format(OF_DECODER.map((layer) => said[layer].name)))}
        </p>
      )}
      <ColourChoice />
      {LAYERS.map((layer) => {
        const { name, says } = said[layer];
        return (
          <label key={layer} className="layer">
            <input
              type="checkbox"
              name={layer}
              checked={shown[layer]}
              onChange={(event) => lab.layers.set({ [layer]: event.currentTarget.checked })}
            />
            <span>
              {name}
              <span className="fine">{says}</span>
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}
