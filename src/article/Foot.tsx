import { usePage } from '../figures/context';
import { CREDITED, Credit } from '../panels/images/Credit';
import { siteRoot } from '../state/ownDocument';
import { footWords } from '../text/foot';
import { Cite } from './Cite';

/** The foot of the page: the sources of the images, how to cite it, and what it is built of. */
export default function Foot() {
  const { language, words } = usePage();
  const says = footWords[language];
  return (
    <footer className="foot">
      <p>
        {says.data}
        {CREDITED.map((set) => (
          <span key={set}>
            {words.space}
            <Credit of={set} language={language} />
          </span>
        ))}
      </p>
      <Cite />
      <p>
        {says.private} <a href={`${siteRoot()}third-party-notices.txt`}>{says.licences}</a>
      </p>
    </footer>
  );
}
