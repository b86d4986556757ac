import { DataSource } from '../../panels/DataSource';
import { isFolded } from '../../panels/folded';
import { LargeSliders } from '../../panels/LargeSliders';
import { Setting } from '../../panels/Setting';
import type { Key } from '../../state/settings';

const isSlider = (key: Key): boolean => key === 'beta' || key === 'noiseScale';

/** The controls of a few settings: β and σ first, as large as in the lab. The figure is their landmark: there are many. */
export function SmallControls({ keys }: { readonly keys: readonly Key[] }) {
  if (keys.length === 0) return null;
  return (
    <div className="controls small-controls">
      {keys.some(isSlider) && <LargeSliders />}
      {keys.includes('data') && <DataSource />}
      {keys.filter(isFolded).map((key) => (
        <Setting key={key} of={key} />
      ))}
    </div>
  );
}
