import { siteRoot } from '../../state/ownDocument';
import type { Language } from '../../text';
import { type CreditedSet, imageWords } from '../../text/images';

/** Where the images of others come from, from the site's root on. */
const PLACES: Readonly<Record<CreditedSet, string>> = {
  'uci-digits': 'https://doi.org/10.24432/C50P49',
  mnist: 'http://yann.lecun.com/exdb/mnist/',
  faces: 'data/faces/LICENSES.txt',
};

/** The sets that are others' work. */
export const CREDITED = Object.keys(PLACES) as CreditedSet[];

/** Whose work the images of a set are. */
export function Credit({ of, language }: { readonly of: CreditedSet; readonly language: Language }) {
  const { authors, title, end } = imageWords[language].credits[of];
  return (
    <>
      {authors} <a href={new URL(PLACES[of], siteRoot()).href}>{title}</a>
      {end}
    </>
  );
}
