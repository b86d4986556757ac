import { usePage } from '../figures/context';
import { siteRoot } from '../state/ownDocument';
import { footWords } from '../text/foot';
import { Cite } from './Cite';

/** The foot of the page: the source of the data, how to cite it, and what it is built of. */
export default function Foot() {
  const { language } = usePage();
  const says = footWords[language];
  return (
    <footer className="foot">
      <p>
        {says.data} <a href="https://doi.org/10.24432/C50P49">{says.dataTitle}</a>
        {language === 'en' ? ', ' : '，'}
        {says.dataEnd}
      </p>
      <Cite />
      <p>
        {says.private} <a href={`${siteRoot()}third-party-notices.txt`}>{says.licences}</a>
      </p>
    </footer>
  );
}
