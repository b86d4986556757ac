import type { Site } from '../panels/context';
import { onePer } from '../state/onePer';
import { OwnValues } from '../state/ownValues';

/** What each figure of a page with a component of its own is set to, by its id; made when the first of them is set or shown. */
export const ownValuesOf = onePer(
  ({ figures }: Pick<Site, 'figures'>): Readonly<Record<string, OwnValues>> =>
    Object.fromEntries(figures.flatMap(({ id, own }) => (own === undefined ? [] : [[id, new OwnValues(own)]]))),
);
