import type { Language } from '../../text';
import { type CreditedSet, imageWords } from '../../text/images';

/** Where the images of others come from: addresses, or ways from the site's root. */
const PLACES: Readonly<Record<CreditedSet, string>> = {
  'uci-digits': 'https://doi.org/10.24432/C50P49',
  mnist: 'http://yann.lecun.com/exdb/mnist/',
  faces: 'data/faces/LICENSES.txt',
};

/** The sets that are others' work. */
export const CREDITED = Object.keys(PLACES) as CreditedSet[];

interface CreditProps {
  readonly of: CreditedSet;
  readonly language: Language;
  /** From the document to the site's root: an address, or the way there. */
  readonly root: string;
}

/** Whose work the images of a set are. */
export function Credit({ of, language, root }: CreditProps) {
  const { authors, title, end } = imageWords[language].credits[of];
  const place = PLACES[of];
  return (
    <>
      {authors} <a href={place.includes('://') ? place : root + place}>{title}</a>
      {end}
    </>
  );
}
