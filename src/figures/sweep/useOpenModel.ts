import { useCallback } from 'react';
import { attempt } from '../../panels/attempt';
import type { Sweep } from '../../state/sweep';
import { partsOf, UNTOUCHED, writeAddress } from '../../state/writeAddress';
import { sweepWords } from '../../text/sweep';
import { usePage } from '../context';
import { useBase } from './useBase';
import { nameIn } from './useNameOf';

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
      const { lab } = first;
      void attempt(lab, async () => {
        const back = await sweep.openIn(lab, place);
        const { value } = sweep.models[place]!;
        lab.notices.notify({
          kind: 'done',
          says: ({ code }) => sweepWords[code].opened(nameIn(code, sweep.setting, value)),
          undo: back && { name: ({ code }) => sweepWords[code].back, act: () => void attempt(lab, back) },
        });
      });
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
