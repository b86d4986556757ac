import { usePage } from '../figures/context';
import { siteRoot } from '../state/ownDocument';
import { Cite } from './Cite';
import { FootText } from './FootText';

/** The foot of the page. */
export default function Foot() {
  const { language, words } = usePage();
  return (
    <FootText language={language} words={words} root={siteRoot()}>
      <Cite />
    </FootText>
  );
}
