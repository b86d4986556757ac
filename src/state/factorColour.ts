import type { Dataset } from '../worker/libraryProtocol';

export type Factor = NonNullable<Dataset['factors']>[number];

/** What the setting `colour` calls each factor: by its name, or by its place from 1 where that is no word for an address. */
export const colourNames = (factors: readonly Factor[]): string[] =>
  factors.map(({ name }, i) => (/^[\w.-]{1,60}$/.test(name) ? name : String(i + 1)));

/** The factor that colours the plane; null where the data set has none of that name: then the class does. */
export const colouredBy = ({ factors = [] }: Pick<Dataset, 'factors'>, colour: string): Factor | null =>
  factors[colourNames(factors).indexOf(colour)] ?? null;
