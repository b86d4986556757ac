import { type ComponentType, createContext, type ReactNode, useContext, useMemo } from 'react';
import { usePage } from '../figures/context';
import { FigureView } from '../figures/FigureView';
import { Failure } from '../panels/Failure';
import { useFetched } from '../panels/useFetched';
import { siteRoot } from '../state/ownDocument';
import { parts } from './parts';
import { type Scene, SceneContext } from './scene';
import type { Section } from './section';
import { SECTIONS } from './sections';

/** Whether what is rendered stands in a caption. */
const InCaption = createContext(false);

/** An element of the text that is there in captions alone. */
const onlyInCaption = <Props extends object>(Part: ComponentType<Props> | string) =>
  function InCaptionAlone(props: Props): ReactNode {
    return useContext(InCaption) ? <Part {...props} /> : null;
  };

/** The text of a section without all that is no caption. Of a section that has a figure, which is the one of the page. */
const captionParts = {
  ...parts,
  ...Object.fromEntries(['p', 'h3', 'ol', 'ul'].map((tag) => [tag, onlyInCaption(tag)])),
  Diagram: onlyInCaption(parts.Diagram),
  Formula: onlyInCaption(parts.Formula),
  Note: onlyInCaption(parts.Note),
  Predict: onlyInCaption(parts.Predict),
  Figure: ({ children }: { readonly children: ReactNode }) => (
    <InCaption value={true}>
      <div className="caption">{children}</div>
    </InCaption>
  ),
};

interface FigureCaptionProps {
  /** Of a figure of the article. */
  readonly id: string;
}

/** What a figure of the article has below it there, where the figure stands alone: its words set and show the figure here, too. */
export default function FigureCaption({ id }: FigureCaptionProps) {
  const section = SECTIONS.find((each) => each.id === id);
  return section === undefined ? null : <Caption section={section} />;
}

function Caption({ section }: { readonly section: Section }) {
  const { language, words } = usePage();
  const { part, failed, get } = useFetched(section.text[language], true);
  const scene = useMemo(
    // No caption has words that open the table of symbols.
    (): Scene => ({ language, root: siteRoot(), Figure: FigureView, openSymbols: () => undefined }),
    [language],
  );
  return (
    <SceneContext value={scene}>
      {failed && <Failure says={words.failure.part} words={words} retry={get} />}
      {part !== null && <part.default components={captionParts} />}
    </SceneContext>
  );
}
