import { DataSource } from '../../panels/DataSource';
import { isFolded } from '../../panels/folded';
import { LargeSliders } from '../../panels/LargeSliders';
import { Setting } from '../../panels/Setting';
import type { Key } from '../../state/settings';
import { usePage } from '../context';

const isSlider = (key: Key): boolean => key === 'beta' || key === 'noiseScale';

/** The controls of a few settings: β and σ first, as large as in the lab. */
export function SmallControls({ keys }: { readonly keys: readonly Key[] }) {
  const { words } = usePage();
  if (keys.length === 0) return null;
  return (
    <section className="controls small-controls" aria-label={words.controls.label}>
      {keys.some(isSlider) && <LargeSliders />}
      {keys.includes('data') && <DataSource />}
      {keys.filter(isFolded).map((key) => (
        <Setting key={key} of={key} />
      ))}
    </section>
  );
}
