import { articleWords } from '../../text/article';
import { titles } from '../../text/titles';
import { useScene } from '../scene';
import { SECTIONS } from '../sections';
import { inLanguage, namedId, SOURCES, type SourceEntry, type SourceName, sourceId } from '../sources';

/** What the article rests on, each with the ways back to where it is named. */
export function Reading() {
  const { language } = useScene();
  return (
    <ol className="reading">
      {(Object.entries(SOURCES) as [SourceName, SourceEntry][]).map(([name, source]) => {
        const { authors, year, title, translated, url, namedIn } = source;
        const isChinese = translated !== undefined;
        return (
          <li key={name} id={sourceId(name)} tabIndex={-1}>
            <span lang={isChinese && language === 'zh' ? undefined : 'en'}>
              {inLanguage(authors, language)} ({year}).{' '}
              <a href={url} lang={isChinese ? 'zh-Hans' : undefined}>
                {title}
              </a>
              {isChinese && language === 'en' && ` [${translated}]`}.
            </span>
            {namedIn.map((section) => {
              const number = SECTIONS.findIndex(({ id }) => id === section);
              const says = articleWords[language].backTo(number, titles[language][section]);
              return (
                <a
                  key={section}
                  className="reading-back"
                  href={`#${namedId(name, section)}`}
                  aria-label={says}
                  title={says}
                >
                  ↩ {number}
                </a>
              );
            })}
          </li>
        );
      })}
    </ol>
  );
}
