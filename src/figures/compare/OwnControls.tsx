import { useState } from 'react';
import { useFigure, useLab } from '../../panels/context';
import { lazyPart } from '../../panels/lazyPart';
import { Slider } from '../../panels/Slider';
import { useOutline } from '../../panels/useOutline';
import { compareWords } from '../../text/compare';

const OwnSettings = lazyPart(() => import('./OwnSettings'));

/** What one of the two models has for itself: its two sliders, and posterior and likelihood folded below. */
export function OwnControls() {
  const { lab, words, language } = useFigure();
  const beta = useLab((state) => state.settings.beta);
  const noiseScale = useLab((state) => state.settings.noiseScale);
  const { outline, one } = useOutline();
  const [opened, setOpened] = useState(false);
  const { controls } = words;
  return (
    <div className="own-controls">
      <Slider
        of="beta"
        hue="prior"
        large
        value={beta}
        name="β"
        hint={controls.beta}
        onChange={(value) => void lab.set({ beta: value })}
      />
      <Slider
        of="noiseScale"
        large
        value={noiseScale}
        name="σ"
        hint={outline === 'point' ? controls.sigmaOfPoints : controls.sigma(one)}
        onChange={(value) => void lab.set({ noiseScale: value })}
      />
      <details className="own-settings" onToggle={(event) => event.currentTarget.open && setOpened(true)}>
        <summary>{compareWords[language].own}</summary>
        {opened && <OwnSettings height="132px" />}
      </details>
    </div>
  );
}
