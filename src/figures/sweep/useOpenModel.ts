import { useCallback } from 'react';
import { attempt } from '../../panels/attempt';
import type { Sweep } from '../../state/sweep';
import { partsOf, UNTOUCHED, writeAddress } from '../../state/writeAddress';
import { usePage } from '../context';
import { useBase } from './useBase';

/** How the models of a sweep are opened. */
interface Opening {
  /** Opens one in the page's first lab and goes there; null where no such lab is to be seen. */
  readonly inLab: ((place: number) => void) | null;
  /** The address of the full page with the settings of one. */
  readonly address: (place: number) => string;
}

export function useOpenModel(sweep: Sweep): Opening {
  const { site } = usePage();
  const { base: first, isShown } = useBase();
  const open = useCallback(
    (place: number) => {
      // At once, so that the reader sees it come.
      const figure = document.getElementById(first.id);
      figure?.scrollIntoView();
      figure?.focus({ preventScroll: true });
      void attempt(first.lab, () => sweep.openIn(first.lab, place));
    },
    [sweep, first],
  );
  const address = (place: number): string => {
    const { id, defaults } = first;
    const { settings } = sweep.models[place]!.lab;
    const own = { ...settings, speed: defaults.speed, engine: defaults.engine };
    const part = { ...UNTOUCHED, id, defaults, settings: own };
    return site.url + writeAddress({ ...partsOf(null, site.page.settings, []), labs: [part] }, id);
  };
  return { inLab: isShown ? open : null, address };
}
