import type { ReactNode } from 'react';
import { CREDITED, Credit } from '../panels/images/Credit';
import type { Language, Words } from '../text';
import { footWords } from '../text/foot';

interface FootTextProps {
  readonly language: Language;
  readonly words: Pick<Words, 'space'>;
  /** From the document to the site's root: an address, or the way there. */
  readonly root: string;
  /** How to cite the page. */
  readonly children: ReactNode;
}

/** What the foot of the page says: the sources of the images, how to cite it, and what it is built of. */
export function FootText({ language, words, root, children }: FootTextProps) {
  const says = footWords[language];
  return (
    <footer className="foot">
      <p>
        {says.data}
        {CREDITED.map((set) => (
          <span key={set}>
            {words.space}
            <Credit of={set} language={language} root={root} />
          </span>
        ))}
      </p>
      {children}
      <p>
        {says.private} <a href={`${root}third-party-notices.txt`}>{says.licences}</a>
      </p>
    </footer>
  );
}
