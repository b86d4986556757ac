import { usePage } from '../figures/context';
import { Dialog } from '../panels/Dialog';
import { Failure } from '../panels/Failure';
import { useFetched } from '../panels/useFetched';
import { articleWords } from '../text/article';
import { parts } from './parts';
import { SYMBOLS } from './symbols';

/** The table of symbols in front of the page. */
export default function SymbolsDialog({ close }: { close(): void }) {
  const { language, words } = usePage();
  const { part, failed, get } = useFetched(SYMBOLS[language], true);
  return (
    <Dialog language={language} title={articleWords[language].symbols} onClosed={close}>
      {() => (
        <div className="symbols">
          {failed && <Failure says={words.failure.part} words={words} retry={get} />}
          {part !== null && <part.default components={parts} />}
        </div>
      )}
    </Dialog>
  );
}
