import type { Dataset } from '../worker/libraryProtocol';

export type Factor = NonNullable<Dataset['factors']>[number];

/** The factor that colours the plane; null where the data set has none of that name: then the class does. */
export const colouredBy = ({ factors = [] }: Pick<Dataset, 'factors'>, colour: string): Factor | null =>
  factors.find(({ name }) => name === colour) ?? null;
