import { useEffect, useRef } from 'react';
import { LAYERS } from '../state/planeLayers';
import { layerWords } from '../text/layers';
import { useFigure, useLayers } from './context';
import './LayerChoices.css';

/** What the plane shows, one by one, and what each of them is. */
export default function LayerChoices() {
  const { lab, words, language } = useFigure();
  const shown = useLayers();
  const list = useRef<HTMLFieldSetElement>(null);
  // It unfolds below the plane, where there may be no more screen.
  useEffect(() => {
    list.current!.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <fieldset className="layers" ref={list}>
      <legend className="hidden">{words.plane.layers}</legend>
      {LAYERS.map((layer) => {
        const { name, says } = layerWords[language][layer];
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
