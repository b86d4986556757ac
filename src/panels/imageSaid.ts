import { factorWords } from '../text/factors';
import type { Language } from '../text/index';
import { lateWords } from '../text/late';
import type { Dataset } from '../worker/libraryProtocol';

/** What an image is: its title and its class, each where it has one. */
export function imageSaid(
  { labels, classNames, titles }: Pick<Dataset, 'labels' | 'classNames' | 'titles'>,
  index: number,
  language: Language,
): string[] {
  const title = titles?.[index];
  return [...(title === undefined ? [] : [title]), ...(labels === null ? [] : [classSaid(labels[index]!)])];

  function classSaid(label: number): string {
    const name = classNames?.[label];
    if (name === undefined) return lateWords[language].image.classOf(String(label));
    return factorWords[language].kinds[name] ?? name;
  }
}
