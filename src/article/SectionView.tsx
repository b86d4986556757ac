import { memo, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { usePage } from '../figures/context';
import { useNear } from '../figures/useNear';
import { Boundary } from '../panels/Boundary';
import { Failure } from '../panels/Failure';
import { importer } from '../platform/importer';
import { LANGUAGES, type Language } from '../text';
import type { SectionId } from '../text/titles';
import { KeepFocus } from './KeepFocus';
import type { Section, SectionText } from './section';
import { SECTION, type StillArticle } from './still';
import { useKeptSize } from './useKeptSize';

const fetchBody = importer(() => import('./SectionBody'));

interface SectionViewProps {
  readonly section: Section;
  readonly number: number;
  readonly still: StillArticle | null;
  /** What it is to have been laid out for, even while it is far from the window; null while others are. */
  readonly laidOutFor: string | null;
  /** Told when its text is there, and when it did not come. */
  tell(id: SectionId, came: boolean): void;
  /** Whether it says that its text did not come, and offers another try. */
  readonly saysWhy: boolean;
  /** How many tries have been asked for: each is one more for every section whose text did not come. */
  readonly tries: number;
  retry(): void;
}

type Body = Awaited<ReturnType<typeof fetchBody>>;

/** What is shown of a section, and in which language. */
interface Shown {
  readonly language: Language;
  readonly Body: Body['default'];
  readonly Text: SectionText['default'];
}

const tagOf = (language: Language): string => LANGUAGES.find(({ code }) => code === language)!.tag;

/**
 * A section of the article. As it stood in the document until it comes near: then its scripts are fetched, its words drive
 * its figures, and these are mounted. One that the document has not, or has in another language, is fetched at once.
 */
export const SectionView = memo(function SectionView(props: SectionViewProps) {
  const { section, number, still, laidOutFor, tell, saysWhy, tries, retry } = props;
  const { language, words } = usePage();
  const { id } = section;
  const root = useRef<HTMLElement>(null);
  const [shown, setShown] = useState<Shown | null>(null);
  const [failed, setFailed] = useState(false);
  const nodes = useMemo(() => still?.nodesOf(id) ?? [], [still, id]);
  const isStill = nodes.length > 0 && still?.whole.lang === tagOf(language);
  const near = useNear(root);
  const wanted = (near || !isStill || shown !== null) && shown?.language !== language;

  useEffect(() => {
    if (!wanted) return;
    let current = true;
    Promise.all([fetchBody(), section.text[language]()]).then(
      ([body, text]) => {
        if (!current) return;
        setShown({ language, Body: body.default, Text: text.default });
        setFailed(false);
      },
      () => current && setFailed(true),
    );
    return () => {
      current = false;
    };
  }, [wanted, language, section, tries]);

  const came = !failed && (isStill || shown !== null);
  useEffect(() => {
    if (came || failed) tell(id, came);
  }, [came, failed, id, tell]);

  const classes = useKeptSize(root, laidOutFor, shown);
  return (
    <section
      ref={root}
      className={classes}
      {...{ [SECTION]: id }}
      lang={shown === null ? still?.whole.lang : tagOf(shown.language)}
    >
      {failed && saysWhy && <Failure says={words.failure.prose} words={words} retry={retry} />}
      <KeepFocus within={root}>
        {shown === null ? (
          <StillText nodes={nodes} />
        ) : (
          <Boundary words={words}>
            <shown.Body section={section} number={number} language={shown.language} Text={shown.Text} />
          </Boundary>
        )}
      </KeepFocus>
    </section>
  );
});

/** The text as it stood in the document. */
function StillText({ nodes }: { readonly nodes: readonly Node[] }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => place.current!.replaceChildren(...nodes), [nodes]);
  return <div className="still" ref={place} />;
}
