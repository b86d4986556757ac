import type { Site } from '../panels/context';
import { onePer } from '../state/onePer';
import { OwnValues } from '../state/ownValues';
import { ownValuesSpec } from './own/values';

/**
 * What each figure of a page with a component of its own is set to, by its id; made and read from the address when
 * the page binds its address, or before that when the first of them is set or shown. What is not understood is told.
 */
export const ownValuesOf = onePer(
  ({ own, page }: Pick<Site, 'own' | 'page'>): Readonly<Record<string, OwnValues>> =>
    Object.fromEntries(
      Object.entries(own).map(([id, text]) => [
        id,
        new OwnValues(id, ownValuesSpec(id), text, (fault) => page.notices.notify({ kind: 'address', fault })),
      ]),
    ),
);
